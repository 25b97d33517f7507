import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** An answer over HTTP. `head` is its status line and headers. */
export interface HttpAnswer {
  status: number
  head: string
  body: string
}

/**
 * One TCP connection without a library: HTTP requests, then a WebSocket. The load generator has to cost far less than the
 * server, also with ten thousand connections.
 */
export class RawConnection {
  readonly #socket: Socket
  readonly #host: string
  #pending: Buffer | null = null
  #wake: (() => void) | null = null
  #isUpgraded = false
  #isClosed = false
  #closeError: Error | null = null
  /** Bytes that were received in all. */
  totalBytes = 0
  /** Bytes that were received since the upgrade. */
  receivedBytes = 0
  /** Called with each text frame. */
  onText: (text: string) => void = () => {}

  private constructor(socket: Socket, host: string) {
    this.#socket = socket
    this.#host = host
    socket.on('data', (chunk: Buffer) => {
      this.totalBytes += chunk.length
      this.#receiveBytes(chunk)
    })
    const closed = (error?: Error) => {
      this.#closeError ??= error ?? new Error('the server closed the connection')
      // Nobody waits for bytes of an upgraded connection: without this, a server that died would be waited for without end.
      if (this.#isUpgraded && !this.#isClosed) throw this.#closeError
      this.#wake?.()
    }
    socket.on('error', closed).on('close', () => closed())
  }

  /** Connects to `origin`. */
  static async connect(origin: string): Promise<RawConnection> {
    const { hostname, port, host } = new URL(origin)
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    await once(socket, 'connect')
    return new RawConnection(socket, host)
  }

  /** Sends a request. Resolves with the whole answer. */
  async request(
    method: string,
    path: string,
    cookie: string,
    body: string | Buffer = '',
  ): Promise<HttpAnswer> {
    const json = body === '' ? '' : 'Content-Type: application/json\r\n'
    // Both leave together: otherwise the server would begin with the head alone.
    this.#socket.cork()
    this.#socket.write(
      `${method} ${path} HTTP/1.1\r\nHost: ${this.#host}\r\n${cookie === '' ? '' : `Cookie: ${cookie}\r\n`}` +
        `${json}Content-Length: ${body.length}\r\n\r\n`,
    )
    this.#socket.write(body)
    this.#socket.uncork()
    const head = await this.#readHead()
    const body_ = await this.#readBody(head)
    return { status: Number(head.slice(9, 12)), head, body: body_ }
  }

  /** Upgrades to a WebSocket. From then on text frames go to `onText`. @param offers subprotocols */
  async upgrade(path: string, cookie = '', offers = ''): Promise<void> {
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: ${this.#host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n` +
        `${cookie === '' ? '' : `Cookie: ${cookie}\r\n`}` +
        `${offers === '' ? '' : `Sec-WebSocket-Protocol: ${offers}\r\n`}\r\n`,
    )
    const head = await this.#readHead()
    if (!head.startsWith('HTTP/1.1 101')) throw new Error(`no socket: ${head} ${await this.#readBody(head)}`)
    this.#isUpgraded = true
    const rest = this.#pending
    this.#pending = null
    if (rest) this.#receiveBytes(rest)
  }

  /** Sends a text frame of ASCII, masked with zeros. */
  sendText(text: string): void {
    const { length } = text
    const head = length < 126 ? 6 : 8
    const frame = Buffer.alloc(head + length)
    frame[0] = 0x81
    frame[1] = 0x80 | Math.min(length, 126)
    if (length >= 126) frame.writeUInt16BE(length, 2)
    frame.write(text, head, 'latin1')
    // Frames that are sent in one tick leave together.
    if (this.#socket.writableCorked === 0) {
      this.#socket.cork()
      process.nextTick(() => this.#socket.uncork())
    }
    this.#socket.write(frame)
  }

  close(): void {
    this.#isClosed = true
    this.#socket.destroy()
  }

  /** Takes bytes as they come, and once more those that came in one piece with the answer to the upgrade. */
  #receiveBytes(chunk: Buffer): void {
    const received = this.#pending === null ? chunk : Buffer.concat([this.#pending, chunk])
    if (!this.#isUpgraded) {
      this.#pending = received
      this.#wake?.()
      return
    }
    this.receivedBytes += chunk.length
    let at = 0
    while (received.length - at >= 2) {
      const shortLength = received[at + 1] as number
      const start = at + (shortLength === 127 ? 10 : shortLength === 126 ? 4 : 2)
      if (received.length < start) break
      const length =
        shortLength === 127
          ? Number(received.readBigUInt64BE(at + 2))
          : shortLength === 126
            ? received.readUInt16BE(at + 2)
            : shortLength
      if (received.length < start + length) break
      const opcode = (received[at] as number) & 15
      at = start + length
      if (opcode === 1) this.onText(received.toString('latin1', start, at))
      if (opcode === 8) throw new Error(`the server closed a socket: ${received.readUInt16BE(start)}`)
    }
    this.#pending = at < received.length ? received.subarray(at) : null
  }

  /** Resolves with the next `end` bytes, or with what comes before the text `end`, which is taken off, too. */
  async #readUntil(end: number | string): Promise<string> {
    for (;;) {
      const received = this.#pending
      const at = typeof end === 'number' ? end : (received?.indexOf(end) ?? -1)
      if (received !== null && at >= 0 && received.length >= at) {
        const taken = received.toString('latin1', 0, at)
        const rest = received.subarray(at + (typeof end === 'number' ? 0 : end.length))
        this.#pending = rest.length > 0 ? rest : null
        return taken
      }
      if (end === 0) return ''
      if (this.#closeError) throw this.#closeError
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  async #readHead(): Promise<string> {
    return this.#readUntil('\r\n\r\n')
  }

  async #readBody(head: string): Promise<string> {
    const length = /content-length: (\d+)/i.exec(head)?.[1]
    if (length !== undefined) return this.#readUntil(Number(length))
    if (!/transfer-encoding: chunked/i.test(head)) return ''
    let body = ''
    for (;;) {
      const size = Number.parseInt(await this.#readUntil('\r\n'), 16)
      body += await this.#readUntil(size)
      await this.#readUntil('\r\n')
      if (size === 0) return body
    }
  }
}
