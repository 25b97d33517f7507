import type { Socket } from '../../client/net/socket.ts'

/** The network of one browser, as the model spoils it. */
export interface Net {
  /** Nothing goes out or comes in while this is false. */
  up: boolean
  /** Frames on the way to the client lie in a buffer while this is true. */
  held: boolean
  /** Counts the cuts, so that an answer that was on its way when the line was cut is lost. */
  cuts: number
  /** The browser's sockets. */
  wires: Set<Wire>
  /** Ends that the room still takes for open, because nobody told it otherwise. */
  ghosts: Set<WebSocket>
}

export function makeNet(): Net {
  return { up: true, held: false, cuts: 0, wires: new Set(), ghosts: new Set() }
}

/** Cuts every line without a word: the client and the room both take theirs for open. */
export function cut(net: Net): void {
  net.cuts += 1
  for (const wire of net.wires) wire.cut()
}

/** Lets what was held back go on. */
export function release(net: Net): void {
  net.held = false
  for (const wire of net.wires) wire.flush()
}

/** The room learns at last that these lines are dead. */
export function bury(net: Net): void {
  for (const ghost of net.ghosts) ghost.close(1001, 'the line is dead')
  net.ghosts.clear()
}

/** A real socket to the room behind the interface that the client's connection uses, with a line that can be cut. */
export class Wire implements Socket {
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null
  #readyState = 0
  #server: WebSocket | null = null
  #isCut = false
  readonly #net: Net
  readonly #hear: (frame: string) => void
  readonly #held: (() => void)[] = []

  /**
   * @param upgrade asks the Worker for the socket
   * @param hear is told each frame at the moment the client gets it
   */
  constructor(net: Net, upgrade: () => Promise<Response>, hear: (frame: string) => void) {
    this.#net = net
    this.#hear = hear
    net.wires.add(this)
    if (net.up) upgrade().then(this.#open, this.#fail)
    else queueMicrotask(this.#fail)
  }

  /** Whether it was cut, and the client has not found that out. */
  get isCut(): boolean {
    return this.#isCut
  }

  get readyState(): number {
    return this.#readyState
  }

  send(data: string): void {
    if (this.#isCut || this.#readyState !== 1) return
    try {
      this.#server?.send(data)
    } catch {
      // The room closed it, and the news is held up: a browser sends into the void, workerd throws.
    }
  }

  close(): void {
    if (this.#readyState === 1 && !this.#isCut) this.#server?.close(1000, 'bye')
    this.#readyState = 3
    this.#net.wires.delete(this)
  }

  /** From here on nothing passes in either direction, and neither end is told. */
  cut(): void {
    this.#isCut = true
    this.#held.length = 0
    if (this.#server !== null && this.#readyState === 1) this.#net.ghosts.add(this.#server)
  }

  flush(): void {
    for (const run of this.#held.splice(0)) run()
  }

  readonly #open = (response: Response): void => {
    const server = response.webSocket
    if (server === null) {
      void response.body?.cancel()
      return this.#fail()
    }
    this.#server = server
    server.addEventListener('message', ({ data }) => this.#arrive(() => this.#say(String(data))))
    server.addEventListener('close', ({ code }) => {
      this.#net.ghosts.delete(server)
      this.#arrive(() => this.#end(code))
    })
    server.accept()
    if (this.#isCut) this.#net.ghosts.add(server)
    else if (this.#readyState === 3) server.close(1000, 'bye')
    else this.#readyState = 1
  }

  readonly #fail = (): void => {
    if (!this.#isCut) this.#end(1006)
  }

  #arrive(run: () => void): void {
    if (this.#isCut) return
    if (this.#net.held || this.#held.length > 0) this.#held.push(run)
    else run()
  }

  #say(frame: string): void {
    if (this.onmessage === null) return
    this.#hear(frame)
    this.onmessage({ data: frame })
  }

  #end(code: number): void {
    this.#readyState = 3
    this.#net.wires.delete(this)
    this.onclose?.({ code })
  }
}
