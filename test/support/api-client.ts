import type { Account } from '../../protocol/account.ts'
import type {
  AccountRoomList,
  FailureBody,
  JoinAnswer,
  MessagePage,
  RecoveryCodes,
  SessionList,
  TimeLeft,
} from '../../protocol/answers.ts'
import type { EpochList } from '../../protocol/epochs.ts'
import type { Message } from '../../protocol/message.ts'
import type { Participant, ParticipantList } from '../../protocol/participant.ts'
import type { Room } from '../../protocol/room.ts'
import { checkAnswer } from './check-wire.ts'
import { CookieJar } from './cookie-jar.ts'
import { type FrameChannel, TestConnection } from './test-connection.ts'

/** Every field that any answer of the API has: what is missing in one is undefined there. */
export type Body = Partial<
  Room &
    Participant &
    Message &
    FailureBody &
    MessagePage &
    ParticipantList &
    JoinAnswer &
    EpochList &
    TimeLeft &
    Account &
    RecoveryCodes &
    SessionList &
    AccountRoomList & { room: Room; ok: true; destroyed: true }
>

/** What was asked. */
interface SentRequest {
  method: string
  url: URL
  /** The `Cookie` header. */
  cookie?: string
}

/** What came back. */
export interface Reply {
  status: number
  headers: Headers
  /** The body as it came. */
  text: string
  /** The body where it is JSON, otherwise empty. */
  body: Body
}

/**
 * One person's own cookies and calls, as a program of somebody else would make them. Every answer is checked by what the
 * protocol promises of its route, and every frame by what it promises of an event.
 */
export abstract class ApiClient {
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string
  readonly jar: CookieJar

  constructor(origin: string, jar = new CookieJar()) {
    this.origin = origin
    this.jar = jar
  }

  /** Sends a request as it is. */
  protected abstract sendRequest(url: URL, init: RequestInit): Promise<Response>

  /** Opens a socket at this path, with this person's cookies. @throws an error where the answer is no */
  protected abstract openSocket(path: string): Promise<FrameChannel>

  /** The `Cookie` header of a request for a path. */
  cookieHeader(path: string): string {
    return this.jar.cookieHeader(path)
  }

  /** Sends a request with this person's cookies; redirects are not followed. Strings and bytes are sent as they are. */
  async fetchResponse(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const url = new URL(path, this.origin)
    const sent = new Headers(body === undefined ? {} : { 'content-type': 'application/json' })
    const cookie = this.cookieHeader(url.pathname)
    if (cookie !== '') sent.set('cookie', cookie)
    for (const [name, value] of Object.entries(headers)) sent.set(name, value)
    const init: RequestInit = { method, redirect: 'manual', headers: sent }
    if (typeof body === 'string') init.body = body
    else if (body instanceof Uint8Array) init.body = new Uint8Array(body)
    else if (body !== undefined) init.body = JSON.stringify(body)
    const response = await this.sendRequest(url, init)
    this.jar.storeCookies(response.headers, url.pathname)
    if (response.status < 200 || isOpenEnded(response)) return response
    const text = await response.text()
    this.#check({ method, url, cookie: sent.get('cookie') ?? '' }, response, text)
    return new Response(text === '' ? null : text, response)
  }

  /** Sends a request, and reads the answer. */
  async callApi(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const response = await this.fetchResponse(method, path, body, headers)
    const text = await response.text()
    if (isDownload(response)) this.#check({ method, url: new URL(path, this.origin) }, response, text)
    return readReply(response.status, response.headers, text)
  }

  /** A call below `/api/rooms/<id>`. */
  callRoom(roomId: string, method: string, path = '', body?: unknown): Promise<Reply> {
    return this.callApi(method, `/api/rooms/${roomId}${path}`, body)
  }

  /** Creates a room and returns its id. @throws an error where the answer is no */
  async createRoom(options: Record<string, unknown> = {}): Promise<string> {
    const { roomId } = expectStatus(await this.callApi('POST', '/api/rooms', options), 201)
    if (roomId === undefined) throw new Error('the room has no id')
    return roomId
  }

  /** Asks for a seat. */
  requestJoin(roomId: string, request: Record<string, unknown> = {}): Promise<Reply> {
    return this.callRoom(roomId, 'POST', '/join', request)
  }

  /** Takes a seat, or finds the one it has. @throws an error where the answer is no */
  async joinRoom(roomId: string, request: Record<string, unknown> = {}): Promise<JoinAnswer> {
    const reply = await this.requestJoin(roomId, request)
    expectStatus(reply, 200)
    return JSON.parse(reply.text)
  }

  /** Posts a message over HTTP. */
  postMessage(roomId: string, message: Record<string, unknown>): Promise<Reply> {
    return this.callRoom(roomId, 'POST', '/messages', message)
  }

  /** Posts a message over HTTP and returns it as it is stored. @throws an error where the answer is no */
  async sendMessage(roomId: string, text: string, id?: string): Promise<Message> {
    const reply = await this.postMessage(roomId, { text, id })
    expectStatus(reply, 201)
    return JSON.parse(reply.text)
  }

  /** Every message after `seq`, up to 500. @throws an error where the answer is no */
  async readHistory(roomId: string, seq = 0): Promise<Message[]> {
    const reply = await this.callRoom(roomId, 'GET', `/messages?after=${seq}&limit=500`)
    const page: MessagePage = JSON.parse(reply.text)
    expectStatus(reply, 200)
    return page.messages
  }

  /** Opens a socket. @throws an error where the answer is no */
  async openConnection(
    roomId: string,
    after?: number,
    epoch?: number,
    rev?: number,
  ): Promise<TestConnection> {
    const query = new URLSearchParams()
    if (after !== undefined) query.set('after', String(after))
    if (epoch !== undefined) query.set('epoch', String(epoch))
    if (rev !== undefined) query.set('rev', String(rev))
    return new TestConnection(await this.openSocket(`/api/rooms/${roomId}/realtime?${query}`))
  }

  /** Joins and opens a socket, and reads the welcome. */
  async joinAndConnect(
    roomId: string,
    request: Record<string, unknown> = {},
  ): Promise<TestConnection & { id: string }> {
    const { participantId } = await this.joinRoom(roomId, request)
    const connection = await this.openConnection(roomId)
    await connection.nextEvent('room.welcome', 'the socket opened and the room sends nothing')
    return Object.assign(connection, { id: participantId })
  }

  #check({ url, ...request }: SentRequest, { status, headers }: Response, text: string): void {
    checkAnswer({ ...request, path: url.pathname + url.search, status, headers, text })
  }
}

/** An answer with its body, parsed where it is JSON. */
export function readReply(status: number, headers: Headers, text: string): Reply {
  const isJson = headers.get('content-type')?.includes('application/json') ?? false
  const body: Body = isJson && text !== '' ? JSON.parse(text) : {}
  return { status, headers, text, body }
}

/** The body of an answer that has to have this status. @throws an error where it has another */
export function expectStatus(reply: Reply, status: number): Body {
  if (reply.status === status) return reply.body
  throw new Error(`${status} was expected, and the answer is ${reply.status}: ${reply.text.slice(0, 300)}`)
}

/** A refusal as two words: its status and its code. */
export function refusalOf({ status, body }: Pick<Reply, 'status' | 'body'>): [number, string | undefined] {
  return [status, body.error?.code]
}

function isDownload({ headers }: Response): boolean {
  return headers.has('content-disposition')
}

/** Whether the body is read piece by piece by whoever asked for it. */
function isOpenEnded(response: Response): boolean {
  return isDownload(response) || response.headers.get('content-type') === 'text/event-stream'
}
