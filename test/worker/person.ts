import { runInDurableObject } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import type { Message } from '../../protocol/message.ts'
import type { Participant } from '../../protocol/participant.ts'
import type { Room } from '../../protocol/room.ts'
import type { FailureBody } from '../../worker/http/refuse.ts'
import { roomStub } from '../../worker/stubs/room.ts'
import { EventStream } from './event-stream.ts'
import { TestConnection } from './line.ts'

export const ORIGIN = 'http://chat.test'

/** Every field that any answer of the API has: what is missing in one is undefined there. */
export type Body = Partial<
  Room &
    Participant &
    Message &
    FailureBody & { messages: Message[]; lastSeq: number; ttl: number; ok: true; destroyed: true }
>

/** What came back. */
export interface Reply {
  status: number
  headers: Headers
  /** The body as it came. */
  text: string
  /** The body where it is JSON, otherwise empty. */
  body: Body
}

/** What joining answers. */
export type Joined = Participant & { room: Room }

let people = 0

/** Somebody with cookies and an address of their own. */
export class Person {
  readonly #cookies = new Map<string, { name: string; value: string; path: string }>()
  // One address each, so that the rate limits of an address are met only where a test means to.
  readonly address: string

  constructor(address?: string) {
    people += 1
    this.address = address ?? `10.${(people >> 16) & 255}.${(people >> 8) & 255}.${people & 255}`
  }

  /** The `Cookie` header for a path, by name and Path alone. */
  cookieHeader(path: string): string {
    return [...this.#cookies.values()]
      .filter((cookie) => [path, '/'].includes(cookie.path) || path.startsWith(`${cookie.path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
  }

  /** A token that this person holds for a room; throws where there is none. The host's may be in the other's cookie. */
  readToken(name: 'x-auth-token' | 'x-host-token', roomId: string): string {
    const value = (of: string) => this.#cookies.get(`${of} /api/rooms/${roomId}`)?.value
    const [token, carried] = value('x-auth-token')?.split('~') ?? []
    const secret = name === 'x-auth-token' ? token : (carried ?? value(name))
    if (secret === undefined) throw new Error(`there is no ${name}`)
    return secret
  }

  /** A request with this person's cookies; a string as `body` is sent as it is, anything else as JSON. */
  async fetchResponse(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const url = new URL(path, ORIGIN)
    const cookie = this.cookieHeader(url.pathname)
    const response = await exports.default.fetch(
      new Request(url, {
        method,
        redirect: 'manual',
        headers: { 'cf-connecting-ip': this.address, ...(cookie === '' ? {} : { cookie }), ...headers },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body) }),
      }),
    )
    for (const line of response.headers.getSetCookie()) this.#take(line)
    return response
  }

  /** The same, with the answer read. */
  async callApi(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const response = await this.fetchResponse(method, path, body, headers)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('application/json') ?? false
    const parsed: Body = isJson && text !== '' ? JSON.parse(text) : {}
    return { status: response.status, headers: response.headers, text, body: parsed }
  }

  /** A call below `/api/rooms/<id>`. */
  callRoom(
    roomId: string,
    method: string,
    path = '',
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    return this.callApi(method, `/api/rooms/${roomId}${path}`, body, headers)
  }

  /** Creates a room; its id. Throws where the answer is no. */
  async createRoom(options: Record<string, unknown> = {}): Promise<string> {
    const { roomId } = expectStatus(await this.callApi('POST', '/api/rooms', options), 201)
    if (roomId === undefined) throw new Error('the room has no id')
    return roomId
  }

  /** Asks for a seat. */
  requestJoin(roomId: string, request: Record<string, unknown> = {}): Promise<Reply> {
    return this.callRoom(roomId, 'POST', '/join', request)
  }

  /** Takes a seat, or finds the one it has. Throws where the answer is no. */
  async joinRoom(roomId: string, request: Record<string, unknown> = {}): Promise<Joined> {
    const reply = await this.requestJoin(roomId, request)
    expectStatus(reply, 200)
    return JSON.parse(reply.text)
  }

  /** Sends a message over HTTP. */
  postMessage(roomId: string, message: Record<string, unknown>): Promise<Reply> {
    return this.callRoom(roomId, 'POST', '/messages', message)
  }

  /** Asks for the upgrade; the answer, whatever it is. */
  requestUpgrade(roomId: string, query = '', headers: Record<string, string> = {}): Promise<Response> {
    const path = `/api/rooms/${roomId}/realtime${query}`
    return this.fetchResponse('GET', path, undefined, { upgrade: 'websocket', ...headers })
  }

  /** Opens a socket. Throws where the answer is no. */
  async openConnection(roomId: string, after?: number): Promise<TestConnection> {
    const response = await this.requestUpgrade(roomId, after === undefined ? '' : `?after=${after}`)
    if (response.webSocket === null) throw new Error(`no socket: ${response.status} ${await response.text()}`)
    return new TestConnection(response.webSocket)
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
    const response = await this.requestEvents(
      roomId,
      '',
      lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
    )
    if (response.status !== 200 || response.body === null) {
      throw new Error(`no stream: ${response.status} ${await response.text()}`)
    }
    const stream = new EventStream(response.body)
    return Object.assign(new TestConnection(stream), { stream })
  }

  /** Joins and opens a socket, and reads the welcome. */
  async joinAndConnect(
    roomId: string,
    request: Record<string, unknown> = {},
  ): Promise<TestConnection & { id: string }> {
    const { participantId } = await this.joinRoom(roomId, request)
    const line = await this.openConnection(roomId)
    await line.nextEvent('room.welcome', 'the socket opened and the room says nothing')
    return Object.assign(line, { id: participantId })
  }

  #take(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/)
    const name = pair.slice(0, pair.indexOf('='))
    const value = (wanted: string) =>
      attributes.find((each) => each.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1)
    const path = value('path') ?? '/'
    const key = `${name} ${path}`
    if (Number(value('max-age') ?? 1) <= 0) this.#cookies.delete(key)
    else this.#cookies.set(key, { name, value: pair.slice(pair.indexOf('=') + 1), path })
  }
}

/** The body of an answer that has to be this one. */
export function expectStatus(reply: Reply, status: number): Body {
  if (reply.status === status) return reply.body
  throw new Error(`${status} was expected, and the answer is ${reply.status}: ${reply.text.slice(0, 300)}`)
}

/** A refusal as two words: its status and its code. */
export function refusalOf({ status, body }: Reply): [number, string | undefined] {
  return [status, body.error?.code]
}

/** Looks at a room's storage, or changes it, from inside its object. */
export function runInRoom<T>(
  roomId: string,
  look: (storage: DurableObjectStorage) => T | Promise<T>,
): Promise<T> {
  return runInDurableObject(roomStub(env, roomId), (_, state) => look(state.storage))
}

/** A room's stub, by which its object is evicted and its alarm is run. */
export function roomObject(roomId: string) {
  return roomStub(env, roomId)
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
