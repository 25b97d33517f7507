import type { RoomEvent } from '../../protocol/room-events.ts'

/** What comes with each event, by its name. */
type Said = { [Each in RoomEvent as Each['event']]: Each['data'] }
type Name = keyof Said

/** Milliseconds after which an event that has not come is not coming: a thousand times what it takes. */
const WITHIN = 5_000

/** What is used of a socket; a stream of server-sent events is read through the same. */
export type LineSocket = Pick<WebSocket, 'addEventListener' | 'accept' | 'send' | 'close' | 'readyState'>

let barriers = 0

/** One end of a socket: what came over it, in order, and waits for what is to come. */
export class TestConnection {
  /** Every event that came, oldest first. */
  readonly events: RoomEvent[] = []
  /** Every frame as it came. */
  readonly frames: string[] = []
  /** Resolves with the code and the reason once the room closes the socket. */
  readonly closed: Promise<{ code: number; reason: string }>
  readonly #socket: LineSocket
  readonly #untaken: RoomEvent[] = []
  #heard: () => void = () => {}

  constructor(socket: LineSocket) {
    this.#socket = socket
    this.closed = new Promise((resolve) => {
      socket.addEventListener('close', ({ code, reason }) => {
        resolve({ code, reason })
        this.#heard()
      })
    })
    socket.addEventListener('message', ({ data }) => {
      const frame = String(data)
      this.frames.push(frame)
      if (frame === 'pong') return this.#heard()
      const said: RoomEvent | RoomEvent[] = JSON.parse(frame)
      const events = Array.isArray(said) ? said : [said]
      this.events.push(...events)
      this.#untaken.push(...events)
      this.#heard()
    })
    socket.accept()
  }

  /** Sends an event. */
  sendEvent(event: string, data: unknown = {}): void {
    this.#socket.send(JSON.stringify({ event, data }))
  }

  /** Sends a message. */
  sendMessage(id: string, text = id): void {
    this.sendEvent('chat.message', { id, text })
  }

  /** Sends a frame as it is. */
  sendFrame(frame: string | ArrayBuffer): void {
    this.#socket.send(frame)
  }

  /** Hangs up. */
  async disconnect(code = 1000): Promise<void> {
    this.#socket.close(code, 'bye')
    await this.closed
  }

  /**
   * The data of the next `event` that was not taken before; those of other names stay for later.
   * @param otherwise what it would mean if it never came
   */
  async nextEvent<N extends Name>(
    event: N,
    otherwise: string,
    matches: (data: Said[N]) => boolean = () => true,
  ): Promise<Said[N]> {
    const found: Said[N][] = []
    await this.#until(() => {
      const at = this.#untaken.findIndex((each) => dataOf(each, event).some(matches))
      for (const taken of at < 0 ? [] : this.#untaken.splice(at, 1)) found.push(...dataOf(taken, event))
      return found.length > 0
    }, `no ${event}: ${otherwise}`)
    const [first] = found
    if (first === undefined) throw new Error(`no ${event}: ${otherwise}`)
    return first
  }

  /** Waits until a frame came that is exactly this one. */
  async waitForFrame(frame: string, otherwise: string): Promise<void> {
    await this.#until(() => this.frames.includes(frame), `no frame ${frame}: ${otherwise}`)
  }

  /**
   * Waits until the room has taken everything sent here before, and everything it said to this socket until then
   * has come: a frame that is no event is answered to its sender, in order.
   */
  async waitUntilSettled(): Promise<void> {
    barriers += 1
    const id = `barrier-${barriers}`
    this.sendEvent('chat.message', { id })
    await this.nextEvent('error', 'the room no longer answers this socket', (error) => error.id === id)
  }

  /** The data of all events of a name, taken or not, but for the answers to `settled`. */
  receivedData<N extends Name>(event: N): Said[N][] {
    return this.events.filter((each) => !isBarrier(each)).flatMap((each) => dataOf(each, event))
  }

  /** How it was closed. */
  async waitForClose(otherwise: string): Promise<{ code: number; reason: string }> {
    let end: { code: number; reason: string } | undefined
    const closed = this.closed.then((how) => {
      end = how
    })
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, WITHIN))])
    if (end === undefined) throw new Error(`the socket is still open: ${otherwise}`)
    return end
  }

  async #until(isSo: () => boolean, otherwise: string): Promise<void> {
    const end = Date.now() + WITHIN
    while (!isSo()) {
      const heard = Promise.withResolvers<boolean>()
      this.#heard = () => heard.resolve(true)
      const isShut = this.#socket.readyState === WebSocket.CLOSED
      const timer = setTimeout(() => heard.resolve(false), isShut ? 0 : Math.max(0, end - Date.now()))
      const more = await heard.promise
      clearTimeout(timer)
      if (more || isSo()) continue
      const came = this.events.map((each) => each.event).join(', ') || 'nothing'
      throw new Error(`${otherwise} (${isShut ? 'the socket is closed; ' : ''}came: ${came.slice(-400)})`)
    }
  }
}

/** The data of an event where it has this name. */
function dataOf<N extends Name>(each: RoomEvent, event: N): Said[N][] {
  return each.event === event ? [each.data as Said[N]] : []
}

function isBarrier(each: RoomEvent): boolean {
  return each.event === 'error' && (each.data.id?.startsWith('barrier-') ?? false)
}
