import { runInDurableObject } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { claimRoomId } from '../../worker/ids.ts'
import { roomStub } from '../../worker/stubs/room.ts'
import { ApiClient } from '../support/api-client.ts'
import { type CloseInfo, type FrameChannel, TestConnection } from '../support/test-connection.ts'
import { EventStream } from './event-stream.ts'

export const ORIGIN = 'http://chat.test'

let people = 0

/** A person who calls the Worker in this process, from an address of their own. */
export class Person extends ApiClient {
  // One address each, so that the rate limits of an address are met only where a test means to.
  readonly address: string

  constructor(address?: string) {
    super(ORIGIN)
    people += 1
    this.address = address ?? `10.${(people >> 16) & 255}.${(people >> 8) & 255}.${people & 255}`
  }

  /** A token that this person holds for a room; throws where there is none. The host's may be in the other's cookie. */
  readToken(name: 'x-auth-token' | 'x-host-token', roomId: string): string {
    const value = (of: string) => this.jar.findCookie(of, `/api/rooms/${roomId}`)
    const [token, carried] = value('x-auth-token')?.split('~') ?? []
    const secret = name === 'x-auth-token' ? token : (carried ?? value(name))
    if (secret === undefined) throw new Error(`there is no ${name}`)
    return secret
  }

  /** Asks for the upgrade; the answer, whatever it is. */
  requestUpgrade(roomId: string, query = '', headers: Record<string, string> = {}): Promise<Response> {
    const path = `/api/rooms/${roomId}/realtime${query}`
    return this.fetchResponse('GET', path, undefined, { upgrade: 'websocket', ...headers })
  }

  /** Asks for the room's events; the answer, whatever it is. */
  requestEvents(roomId: string, query = '', headers: Record<string, string> = {}): Promise<Response> {
    const path = `/api/rooms/${roomId}/events${query}`
    return this.fetchResponse('GET', path, undefined, { accept: 'text/event-stream', ...headers })
  }

  /** Opens a stream of events. Throws where the answer is no. @param lastEventId what it resumes by */
  async openEventStream(
    roomId: string,
    lastEventId?: string,
  ): Promise<TestConnection & { stream: EventStream }> {
    const headers: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': lastEventId }
    const response = await this.requestEvents(roomId, '', headers)
    if (response.status !== 200 || response.body === null) {
      throw new Error(`no stream: ${response.status} ${await response.text()}`)
    }
    const stream = new EventStream(response.body)
    return Object.assign(new TestConnection(stream), { stream })
  }

  protected override sendRequest(url: URL, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('cf-connecting-ip', headers.get('cf-connecting-ip') ?? this.address)
    return exports.default.fetch(new Request(url, { ...init, headers }))
  }

  protected override async openSocket(path: string): Promise<FrameChannel> {
    return channelOf(await this.fetchResponse('GET', path, undefined, { upgrade: 'websocket' }))
  }
}

/** The socket of an answer to an upgrade. @throws an error where the answer is no */
export async function channelOf(response: Response): Promise<FrameChannel> {
  const socket = response.webSocket
  if (socket === null) throw new Error(`no socket: ${response.status} ${await response.text()}`)
  return {
    get isClosed() {
      return socket.readyState === WebSocket.CLOSED
    },
    send: (frame) => socket.send(frame),
    close: (code, reason) => socket.close(code, reason),
    receiveFrames(onFrame: (frame: string) => void, onClose: (close: CloseInfo) => void) {
      socket.addEventListener('message', ({ data }) => onFrame(String(data)))
      socket.addEventListener('close', ({ code, reason }) => onClose({ code, reason }))
      socket.accept()
    },
  }
}

/** Looks at a room's storage, or changes it, from inside its object. */
export function runInRoom<T>(
  roomId: string,
  look: (storage: DurableObjectStorage) => T | Promise<T>,
): Promise<T> {
  return runInDurableObject(roomObject(roomId), (_, state) => look(state.storage))
}

/** Everything in the tables of a room, as text. */
export async function readTables(roomId: string): Promise<string> {
  const tables = await listTables(roomId)
  return runInRoom(roomId, ({ sql }) =>
    JSON.stringify(tables.map((table) => sql.exec(`SELECT * FROM ${table}`).toArray())),
  )
}

/** A room's stub, by which its object is evicted and its alarm is run. */
export function roomObject(roomId: string) {
  return roomStub(env, claimRoomId(roomId))
}

/** When the alarm of a room is due, or null. */
export function readAlarm(roomId: string): Promise<number | null> {
  return runInRoom(roomId, (storage) => storage.getAlarm())
}

/** The tables in a room's storage that are ours: none where nothing of it is left. */
export function listTables(roomId: string): Promise<string[]> {
  return runInRoom(roomId, ({ sql }) =>
    sql
      .exec<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
      )
      .toArray()
      .map(({ name }) => name),
  )
}
