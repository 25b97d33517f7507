import type { RoomEvent } from '../../protocol/room-events.ts'
import { parseFrame } from './check-wire.ts'

/** What comes with each event, by its name. */
type EventData = { [Each in RoomEvent as Each['event']]: Each['data'] }
type EventName = keyof EventData

/** Milliseconds after which an event that has not come is not coming, also where the machine is busy. */
const WITHIN = 15_000

/** How a connection was closed. */
export interface CloseInfo {
  code: number
  reason: string
}

/** Something that sends and receives frames: a socket in workerd, a socket over the network, a stream of events. */
export interface FrameChannel {
  readonly isClosed: boolean
  send(frame: string | ArrayBuffer): void
  close(code: number, reason: string): void
  /** Begins to pass on what comes; called once. */
  receiveFrames(onFrame: (frame: string) => void, onClose: (close: CloseInfo) => void): void
}

let barriers = 0

/**
 * A participant's end of one connection: what came over it, in order, and waits for what is to come. Every frame is
 * parsed by the protocol's schema.
 */
export class TestConnection {
  /** Every event that came, oldest first. */
  readonly events: RoomEvent[] = []
  /** Every frame as it came. */
  readonly frames: string[] = []
  /** Resolves with the code and the reason once the room closes the connection. */
  readonly closed: Promise<CloseInfo>
  readonly #channel: FrameChannel
  readonly #untaken: RoomEvent[] = []
  readonly #waiting = new Set<() => void>()
  #violation: unknown = null

  constructor(channel: FrameChannel) {
    this.#channel = channel
    const closed = Promise.withResolvers<CloseInfo>()
    this.closed = closed.promise
    channel.receiveFrames(
      (frame) => this.#receive(frame),
      (close) => {
        closed.resolve(close)
        this.#wakeWaiting()
      },
    )
  }

  /** Sends an event. */
  sendEvent(event: string, data: unknown = {}): void {
    this.#channel.send(JSON.stringify({ event, data }))
  }

  /** Sends a message. */
  sendMessage(id: string, text = id): void {
    this.sendEvent('chat.message', { id, text })
  }

  /** Sends a frame as it is. */
  sendFrame(frame: string | ArrayBuffer): void {
    this.#channel.send(frame)
  }

  /** Closes the connection from this side. */
  async disconnect(code = 1000): Promise<void> {
    this.#channel.close(code, 'bye')
    await this.closed
  }

  /**
   * The data of the next `event` that was not taken before; those of other names stay for later.
   * @param otherwise what it would mean if it never came
   * @param matches where only some of these events are meant
   */
  async nextEvent<N extends EventName>(
    event: N,
    otherwise: string,
    matches: (data: EventData[N]) => boolean = () => true,
  ): Promise<EventData[N]> {
    const found: EventData[N][] = []
    await this.#waitUntil(() => {
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
    await this.#waitUntil(() => this.frames.includes(frame), `no frame ${frame}: ${otherwise}`)
  }

  /**
   * Waits until the room has handled everything sent here before, and everything it sent over this connection until then
   * has come: a frame that is no event is answered to its sender, in order.
   */
  async waitUntilSettled(): Promise<void> {
    barriers += 1
    const id = `barrier-${barriers}`
    this.sendEvent('chat.message', { id })
    await this.nextEvent('error', 'the room no longer answers this connection', (error) => error.id === id)
  }

  /** The data of all events of a name, taken or not, except the answers to `waitUntilSettled`. */
  receivedData<N extends EventName>(event: N): EventData[N][] {
    return this.events.filter((each) => !isBarrier(each)).flatMap((each) => dataOf(each, event))
  }

  /** Waits until the room closes the connection, and returns how. */
  async waitForClose(otherwise: string): Promise<CloseInfo> {
    const ended = Promise.withResolvers<never>()
    const timer = setTimeout(
      () => ended.reject(new Error(`the connection is still open: ${otherwise}`)),
      WITHIN,
    )
    return Promise.race([this.closed, ended.promise]).finally(() => clearTimeout(timer))
  }

  #receive(frame: string): void {
    this.frames.push(frame)
    try {
      const events = parseFrame(frame)
      this.events.push(...events)
      this.#untaken.push(...events)
    } catch (error) {
      this.#violation ??= error
    }
    this.#wakeWaiting()
  }

  #wakeWaiting(): void {
    for (const wake of this.#waiting) wake()
  }

  async #waitUntil(isSo: () => boolean, otherwise: string): Promise<void> {
    let isLate = false
    let wake = () => {}
    const timer = setTimeout(() => {
      isLate = true
      wake()
    }, WITHIN)
    try {
      for (;;) {
        if (this.#violation !== null) throw this.#violation
        if (isSo()) return
        const { isClosed } = this.#channel
        if (isLate || isClosed) {
          const came = this.events.map(({ event }) => event).join(', ') || 'nothing'
          const why = isClosed ? 'the connection is closed; ' : ''
          throw new Error(`${otherwise} (${why}came: ${came.slice(-400)})`)
        }
        const woken = Promise.withResolvers<void>()
        this.#waiting.delete(wake)
        wake = woken.resolve
        this.#waiting.add(wake)
        await woken.promise
      }
    } finally {
      clearTimeout(timer)
      this.#waiting.delete(wake)
    }
  }
}

/** The data of an event where it has this name. */
function dataOf<N extends EventName>(each: RoomEvent, event: N): EventData[N][] {
  return each.event === event ? [each.data as EventData[N]] : []
}

function isBarrier(each: RoomEvent): boolean {
  return each.event === 'error' && (each.data.id?.startsWith('barrier-') ?? false)
}
