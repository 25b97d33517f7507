import type { Socket } from '../../client/net/socket.ts'

/** The network of one browser, as the model spoils it. */
export interface ModelNetwork {
  /** Nothing goes out or comes in while this is false. */
  up: boolean
  /** Frames on the way to the client lie in a buffer while this is true. */
  held: boolean
  /** Counts the cuts, so that an answer that was on its way when the line was cut is lost. */
  cuts: number
  /** The browser's sockets. */
  sockets: Set<ModelSocket>
  /** Ends that the room still takes for open, because nothing closed them. */
  deadSockets: Set<WebSocket>
}

export function makeNetwork(): ModelNetwork {
  return { up: true, held: false, cuts: 0, sockets: new Set(), deadSockets: new Set() }
}

/** Cuts every line without a word: the client and the room both take theirs for open. */
export function cut(network: ModelNetwork): void {
  network.cuts += 1
  for (const socket of network.sockets) socket.cut()
}

/** Lets what was held back go on. */
export function release(network: ModelNetwork): void {
  network.held = false
  for (const socket of network.sockets) socket.flush()
}

/** The room learns at last that these lines are dead. */
export function closeDead(network: ModelNetwork): void {
  for (const deadSocket of network.deadSockets) deadSocket.close(1001, 'the line is dead')
  network.deadSockets.clear()
}

/** A real socket to the room behind the interface that the client's connection uses, with a line that can be cut. */
export class ModelSocket implements Socket {
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null
  #readyState = 0
  #server: WebSocket | null = null
  #isCut = false
  readonly #network: ModelNetwork
  readonly #onFrame: (frame: string) => void
  readonly #held: (() => void)[] = []

  /**
   * @param upgrade asks the Worker for the socket
   * @param onFrame is called with each frame at the moment the client gets it
   */
  constructor(network: ModelNetwork, upgrade: () => Promise<Response>, onFrame: (frame: string) => void) {
    this.#network = network
    this.#onFrame = onFrame
    network.sockets.add(this)
    if (network.up) upgrade().then(this.#open, this.#fail)
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
    this.#network.sockets.delete(this)
  }

  /** From here on nothing passes in either direction, and neither end learns of it. */
  cut(): void {
    this.#isCut = true
    this.#held.length = 0
    if (this.#server !== null && this.#readyState === 1) this.#network.deadSockets.add(this.#server)
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
    server.addEventListener('message', ({ data }) => this.#arrive(() => this.#deliverFrame(String(data))))
    server.addEventListener('close', ({ code }) => {
      this.#network.deadSockets.delete(server)
      this.#arrive(() => this.#end(code))
    })
    server.accept()
    if (this.#isCut) this.#network.deadSockets.add(server)
    else if (this.#readyState === 3) server.close(1000, 'bye')
    else this.#readyState = 1
  }

  readonly #fail = (): void => {
    if (!this.#isCut) this.#end(1006)
  }

  #arrive(run: () => void): void {
    if (this.#isCut) return
    if (this.#network.held || this.#held.length > 0) this.#held.push(run)
    else run()
  }

  #deliverFrame(frame: string): void {
    if (this.onmessage === null) return
    this.#onFrame(frame)
    this.onmessage({ data: frame })
  }

  #end(code: number): void {
    this.#readyState = 3
    this.#network.sockets.delete(this)
    this.onclose?.({ code })
  }
}
