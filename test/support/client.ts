import { request } from 'node:http'

/** Milliseconds after which an event that has not come is not coming: a thousand times what it takes. */
const WITHIN = 10_000

/** The cookies of one browser profile, by the rules that matter here: name, Path, Max-Age. */
export class CookieJar {
  readonly #cookies = new Map<string, { name: string; value: string; path: string }>()

  /** Takes what an answer to a request for `path` sets. */
  storeCookies(headers: Headers, path: string): void {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/;\s*/)
      const name = pair.slice(0, pair.indexOf('='))
      const attribute = (wanted: string) =>
        attributes.find((each) => each.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1)
      const scope = attribute('path') ?? (path.slice(0, path.lastIndexOf('/')) || '/')
      const key = `${name} ${scope}`
      if (Number(attribute('max-age') ?? 1) <= 0) this.#cookies.delete(key)
      else this.#cookies.set(key, { name, value: pair.slice(pair.indexOf('=') + 1), path: scope })
    }
  }

  /** The `Cookie` header of a request for `path`: empty where no cookie belongs there. Longer paths come first. */
  cookieHeader(path: string): string {
    return [...this.#cookies.values()]
      .filter(
        ({ path: scope }) => path === scope || path.startsWith(scope.endsWith('/') ? scope : `${scope}/`),
      )
      .sort((a, b) => b.path.length - a.path.length)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
  }

  /** Each cookie's name and path. */
  listScopes(): { name: string; path: string }[] {
    return [...this.#cookies.values()].map(({ name, path }) => ({ name, path }))
  }
}

/** What came back, with its body parsed where it is JSON. */
export interface Reply {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a black box may answer anything; the tests say what they expect.
  body: any
  text: string
}

/** Opens a socket with a cookie, which Node's WebSocket can send and a browser's, of which the types are, can't. */
export function openSocket(url: string | URL, cookie: string): WebSocket {
  const init: object = { headers: { cookie } }
  return new WebSocket(url, init as string[])
}

/** One participant's own secrets and calls, as a program of somebody else would make them. */
export class Person {
  readonly origin: string
  readonly jar: CookieJar

  constructor(origin: string, jar = new CookieJar()) {
    this.origin = origin
    this.jar = jar
  }

  /** Any request with this person's cookies; redirects are not followed. `body` is sent as JSON, a string as it is. */
  async callApi(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const { pathname } = new URL(path, this.origin)
    const cookie = this.jar.cookieHeader(pathname)
    const response = await fetch(new URL(path, this.origin), {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie === '' ? {} : { cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    this.jar.storeCookies(response.headers, pathname)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('application/json') ?? false
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : null,
    }
  }

  /** Creates a room and returns it; throws where the answer is no. */
  async createRoom(options: Record<string, unknown> = {}): Promise<RoomAnswer> {
    return expectStatus(await this.callApi('POST', '/api/rooms', options), 201)
  }

  /** Joins, and returns what the room answered; throws where the answer is no. */
  async joinRoom(roomId: string, body: Record<string, unknown> = {}): Promise<JoinAnswer> {
    return expectStatus(await this.callApi('POST', `/api/rooms/${roomId}/join`, body), 200)
  }

  /** Sends a message over HTTP and returns it as stored; throws where the answer is no. */
  async sendMessage(roomId: string, text: string, id?: string): Promise<MessageAnswer> {
    return expectStatus(await this.callApi('POST', `/api/rooms/${roomId}/messages`, { text, id }), 201)
  }

  /** Every message from `after` on, by HTTP. */
  async readHistory(roomId: string, after = 0): Promise<MessageAnswer[]> {
    const path = `/api/rooms/${roomId}/messages?after=${after}&limit=500`
    return expectStatus<{ messages: MessageAnswer[] }>(await this.callApi('GET', path), 200).messages
  }

  /** Opens the room's socket, and returns it once it is open. */
  async openConnection(roomId: string, after?: number): Promise<TestConnection> {
    const path = `/api/rooms/${roomId}/realtime`
    const url = new URL(after === undefined ? path : `${path}?after=${after}`, this.origin)
    url.protocol = 'ws:'
    const line = new TestConnection(openSocket(url, this.jar.cookieHeader(path)))
    await line.opened
    return line
  }

  /** What the server answers to an upgrade, for those it refuses: 101 where it agrees. */
  async readUpgradeStatus(roomId: string, headers: Record<string, string> = {}): Promise<number> {
    const path = `/api/rooms/${roomId}/realtime`
    const answer = Promise.withResolvers<number>()
    request(new URL(path, this.origin), {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-version': '13',
        cookie: this.jar.cookieHeader(path),
        ...headers,
      },
    })
      .on('response', (response) => {
        response.resume()
        answer.resolve(response.statusCode ?? 0)
      })
      .on('upgrade', (_, socket) => {
        socket.destroy()
        answer.resolve(101)
      })
      .on('error', answer.reject)
      .end()
    return answer.promise
  }
}

export interface RoomAnswer {
  roomId: string
  capacity: number | null
  seats: number
  present: number
  expiresAt: number
  serverTime: number
  locked: boolean
}

export interface JoinAnswer {
  participantId: string
  alias: string
  role: string
  room: RoomAnswer
}

export interface MessageAnswer {
  id: string
  seq: number
  participantId: string
  sender: string
  text: string
}

/** One event of the wire. */
export interface WireEvent {
  event: string
  // biome-ignore lint/suspicious/noExplicitAny: a black box may say anything; the tests say what they expect.
  data: any
}

/** One socket: what came over it, in order, and waits for what is to come. */
export class TestConnection {
  /** Everything that came, oldest first. */
  readonly events: WireEvent[] = []
  /** Frames that came: each holds one event or more. */
  frames = 0
  /** Resolves once the socket is open; rejects where it is refused. */
  readonly opened: Promise<void>
  /** Resolves with the close code once the socket is closed. */
  readonly closed: Promise<number>
  readonly #socket: WebSocket
  readonly #untaken: WireEvent[] = []
  #heard: () => void = () => {}

  constructor(socket: WebSocket) {
    this.#socket = socket
    this.opened = new Promise((resolve, reject) => {
      socket.addEventListener('open', () => resolve())
      socket.addEventListener('error', () => reject(new Error('the socket was refused or cut')))
    })
    this.opened.catch(() => {})
    this.closed = new Promise((resolve) => {
      socket.addEventListener('close', ({ code }) => {
        resolve(code)
        this.#heard()
      })
    })
    socket.addEventListener('message', ({ data }) => {
      const frame: WireEvent | WireEvent[] =
        data === 'pong' ? { event: 'pong', data } : JSON.parse(String(data))
      const events = Array.isArray(frame) ? frame : [frame]
      this.frames += 1
      this.events.push(...events)
      this.#untaken.push(...events)
      this.#heard()
    })
  }

  /** Sends an event. */
  sendEvent(event: string, data: unknown = {}): void {
    this.#socket.send(JSON.stringify({ event, data }))
  }

  /** Sends a frame as it is. */
  sendFrame(text: string): void {
    this.#socket.send(text)
  }

  /** Hangs up. */
  async disconnect(): Promise<void> {
    this.#socket.close(1000)
    await this.closed
  }

  /**
   * The next `event` that was not taken before, as its data.
   * @param otherwise what it would mean if it never came
   * @param matches where only some of these events are meant
   */
  async nextEvent(
    event: string,
    otherwise: string,
    // biome-ignore lint/suspicious/noExplicitAny: see WireEvent.
    matches: (data: any) => boolean = () => true,
    // biome-ignore lint/suspicious/noExplicitAny: see WireEvent.
  ): Promise<any> {
    const end = Date.now() + WITHIN
    for (;;) {
      const at = this.#untaken.findIndex((each) => each.event === event && matches(each.data))
      if (at >= 0) return this.#untaken.splice(at, 1)[0]?.data
      const left = end - Date.now()
      const heard = Promise.withResolvers<boolean>()
      this.#heard = () => heard.resolve(true)
      const timer = setTimeout(() => heard.resolve(false), left)
      const shut = this.#socket.readyState === WebSocket.CLOSED
      const more = !shut && (await heard.promise)
      clearTimeout(timer)
      if (more) continue
      const seen = this.events.map((each) => each.event).join(', ') || 'nothing'
      throw new Error(
        `no ${event} ${shut ? 'before the socket was closed' : `within ${WITHIN} ms`}: ${otherwise} (came: ${seen})`,
      )
    }
  }
}

/** The body of an answer that has to be a yes. */
export function expectStatus<T>(reply: Reply, status: number): T {
  if (reply.status === status) return reply.body
  throw new Error(`${status} was expected, and the answer is ${reply.status}: ${reply.text.slice(0, 300)}`)
}
