import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** An answer over HTTP. */
export interface Answer {
  status: number
  head: string
  body: string
}

/**
 * One TCP connection by hand: requests, and then a WebSocket. What drives a server has to cost far less than what it
 * drives, and ten thousand of these do.
 */
export class Wire {
  readonly #socket: Socket
  readonly #host: string
  #pending: Buffer | null = null
  #wake: (() => void) | null = null
  #isOpen = false
  #closed: Error | null = null
  /** Bytes that came since the upgrade. */
  bytes = 0
  /** Takes each text frame. */
  onText: (text: string) => void = () => {}

  private constructor(socket: Socket, host: string) {
    this.#socket = socket
    this.#host = host
    socket.on('data', (chunk: Buffer) => this.#take(chunk))
    const closed = (error?: Error) => {
      this.#closed = error ?? new Error('the server hung up')
      this.#wake?.()
    }
    socket.on('error', closed).on('close', () => closed())
  }

  /** Connects to `origin`. */
  static async open(origin: string): Promise<Wire> {
    const { hostname, port, host } = new URL(origin)
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    await once(socket, 'connect')
    return new Wire(socket, host)
  }

  /** Asks, and waits for the whole answer. */
  async ask(method: string, path: string, cookie: string, body?: string): Promise<Answer> {
    const json = body === undefined ? '' : 'Content-Type: application/json\r\n'
    this.#socket.write(
      `${method} ${path} HTTP/1.1\r\nHost: ${this.#host}\r\n${cookie === '' ? '' : `Cookie: ${cookie}\r\n`}` +
        `${json}Content-Length: ${body?.length ?? 0}\r\n\r\n${body ?? ''}`,
    )
    const head = await this.#head()
    const body_ = await this.#body(head)
    return { status: Number(head.slice(9, 12)), head, body: body_ }
  }

  /** Upgrades to a WebSocket; from now on frames come. @param offers subprotocols */
  async upgrade(path: string, cookie = '', offers = ''): Promise<void> {
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: ${this.#host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n` +
        `${cookie === '' ? '' : `Cookie: ${cookie}\r\n`}` +
        `${offers === '' ? '' : `Sec-WebSocket-Protocol: ${offers}\r\n`}\r\n`,
    )
    const head = await this.#head()
    if (!head.startsWith('HTTP/1.1 101')) throw new Error(`no socket: ${head} ${await this.#body(head)}`)
    this.#isOpen = true
    const rest = this.#pending
    this.#pending = null
    if (rest) this.#take(rest)
  }

  /** Sends a text frame of ASCII, masked with zeros. */
  send(text: string): void {
    const { length } = text
    const head = length < 126 ? 6 : 8
    const frame = Buffer.alloc(head + length)
    frame[0] = 0x81
    frame[1] = 0x80 | Math.min(length, 126)
    if (length >= 126) frame.writeUInt16BE(length, 2)
    frame.write(text, head, 'latin1')
    // What is said in one go leaves in one piece.
    if (this.#socket.writableCorked === 0) {
      this.#socket.cork()
      process.nextTick(() => this.#socket.uncork())
    }
    this.#socket.write(frame)
  }

  close(): void {
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    const heard = this.#pending === null ? chunk : Buffer.concat([this.#pending, chunk])
    if (!this.#isOpen) {
      this.#pending = heard
      this.#wake?.()
      return
    }
    this.bytes += chunk.length
    let at = 0
    while (heard.length - at >= 2) {
      const short = heard[at + 1] as number
      const start = at + (short === 127 ? 10 : short === 126 ? 4 : 2)
      if (heard.length < start) break
      const length =
        short === 127
          ? Number(heard.readBigUInt64BE(at + 2))
          : short === 126
            ? heard.readUInt16BE(at + 2)
            : short
      if (heard.length < start + length) break
      const opcode = (heard[at] as number) & 15
      at = start + length
      if (opcode === 1) this.onText(heard.toString('latin1', start, at))
      if (opcode === 8) throw new Error(`the server closed a socket: ${heard.readUInt16BE(start)}`)
    }
    this.#pending = at < heard.length ? heard.subarray(at) : null
  }

  /** The next `length` bytes, or what comes before `mark`, which is taken, too. */
  async #next(length: number | string): Promise<string> {
    for (;;) {
      const heard = this.#pending
      const at = typeof length === 'number' ? length : (heard?.indexOf(length) ?? -1)
      if (heard !== null && at >= 0 && heard.length >= at) {
        const taken = heard.toString('latin1', 0, at)
        const rest = heard.subarray(at + (typeof length === 'number' ? 0 : length.length))
        this.#pending = rest.length > 0 ? rest : null
        return taken
      }
      if (length === 0) return ''
      if (this.#closed) throw this.#closed
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  async #head(): Promise<string> {
    return this.#next('\r\n\r\n')
  }

  async #body(head: string): Promise<string> {
    const length = /content-length: (\d+)/i.exec(head)?.[1]
    if (length !== undefined) return this.#next(Number(length))
    if (!/transfer-encoding: chunked/i.test(head)) return ''
    let body = ''
    for (;;) {
      const size = Number.parseInt(await this.#next('\r\n'), 16)
      body += await this.#next(size)
      await this.#next('\r\n')
      if (size === 0) return body
    }
  }
}
