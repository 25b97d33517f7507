import { request } from 'node:http'
import { ApiClient } from './api-client.ts'
import type { CloseInfo, FrameChannel } from './test-connection.ts'

/** Opens a socket with a cookie, which Node's WebSocket can send and a browser's, of which the types are, can't. */
export function openSocket(url: string | URL, cookie: string): WebSocket {
  const init: object = { headers: { cookie } }
  return new WebSocket(url, init as string[])
}

/** A person who calls a server over the network. */
export class Person extends ApiClient {
  protected override sendRequest(url: URL, init: RequestInit): Promise<Response> {
    return fetch(url, init)
  }

  protected override async openSocket(path: string): Promise<FrameChannel> {
    const url = new URL(path, this.origin)
    url.protocol = 'ws:'
    const channel = new SocketChannel(openSocket(url, this.cookieHeader(url.pathname)))
    await channel.opened
    return channel
  }

  /** The status of the answer to an upgrade, for those that are refused: 101 where it is granted. */
  async readUpgradeStatus(roomId: string, headers: Record<string, string> = {}): Promise<number> {
    const path = `/api/rooms/${roomId}/realtime`
    const answer = Promise.withResolvers<number>()
    request(new URL(path, this.origin), {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-version': '13',
        cookie: this.cookieHeader(path),
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

/** A socket over the network. What comes before somebody receives it is kept. */
class SocketChannel implements FrameChannel {
  /** Resolves once the socket is open; rejects where it is refused. */
  readonly opened: Promise<void>
  readonly #socket: WebSocket
  readonly #queue: (() => void)[] = []
  #onFrame: ((frame: string) => void) | null = null
  #onClose: (close: CloseInfo) => void = () => {}

  constructor(socket: WebSocket) {
    this.#socket = socket
    this.opened = new Promise((resolve, reject) => {
      socket.addEventListener('open', () => resolve())
      socket.addEventListener('error', () => reject(new Error('the socket was refused or cut')))
    })
    socket.addEventListener('message', ({ data }) => this.#deliver(() => this.#onFrame?.(String(data))))
    socket.addEventListener('close', ({ code, reason }) =>
      this.#deliver(() => this.#onClose({ code, reason })),
    )
  }

  get isClosed(): boolean {
    return this.#socket.readyState === WebSocket.CLOSED
  }

  send(frame: string | ArrayBuffer): void {
    this.#socket.send(frame)
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason)
  }

  receiveFrames(onFrame: (frame: string) => void, onClose: (close: CloseInfo) => void): void {
    this.#onFrame = onFrame
    this.#onClose = onClose
    for (const run of this.#queue.splice(0)) run()
  }

  #deliver(run: () => void): void {
    if (this.#onFrame === null) this.#queue.push(run)
    else run()
  }
}
