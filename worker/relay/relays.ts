import type { OutgoingEvent } from '../broadcast/event-queue.ts'
import type { Bindings } from '../env.ts'
import { log } from '../log.ts'
import type { MessageStore } from '../room/message-store.ts'
import type { Drop } from './calls.ts'
import { Line } from './line.ts'
import { relayStub } from './stub.ts'

/** Milliseconds that the deletion of a room waits for its relays at most: each finds out by itself, too. */
const END_WITHIN = 5_000

/**
 * Milliseconds from one telling of the relays to the next, at the least: so many for each participant there, and never
 * more than the second number. A lone frame to a socket costs 20 to 35 microseconds (docs/scaling.md), and its share of the
 * call some more, so this is what telling everyone takes where all relays share a thread; in a room of ten thousand each
 * relay is called two or three times a second, however many write.
 */
const PACE = { each: 0.045, most: 400 } as const

/** What the relays belong to. */
export interface Hub {
  namespace: Bindings['RELAYS']
  /** The id of the room's object. */
  room: string
  roomId: string
  store: MessageStore
  /** Which waking of the room this is. */
  born: string
  /** A relay says that nobody is there whom the room believed to be. @param isStill whether nobody came since */
  deserted: (relay: string, isStill: () => boolean) => void
}

/** The relays of one room: who sits there hears what the room tells. */
export class Relays {
  readonly #hub: Hub
  readonly #lines = new Map<string, Line>()
  #ending: Promise<unknown> | null = null
  /** Participants with a connection at one of them. */
  #present = 0
  /** Whether they were told something since the room woke: what they missed before comes out then. */
  #isMet = false

  constructor(hub: Hub) {
    this.#hub = hub
  }

  /**
   * Somebody came to a relay, and is present there from now on.
   * @param newest the newest message there is
   * @param isNew false for one who was present as far as anybody knew
   */
  arrived(relay: string, newest: number, isNew: boolean): void {
    this.#line(relay, newest).arrived(isNew)
    if (isNew) this.#present += 1
  }

  /** Somebody is not present there any more. */
  gone(relay: string): void {
    const line = this.#lines.get(relay)
    if (line === undefined) return
    line.gone()
    this.#present -= 1
  }

  /** Tells all of them. */
  tell(events: readonly OutgoingEvent[]): void {
    this.#isMet = true
    const pace = Math.min(this.#present * PACE.each, PACE.most)
    for (const line of this.#lines.values()) line.tell(events, pace)
  }

  /** After waking, where there is nothing to tell: the room may have stopped between storing and telling. */
  meet(): void {
    if (this.#isMet) return
    this.#isMet = true
    this.check()
  }

  /** Asks all of them how they are: what they missed is told, and they look for dead lines. */
  check(): void {
    for (const line of this.#lines.values()) line.check()
  }

  /** Has the sockets of somebody at a relay closed. @param newest the newest message there is */
  drop(relay: string, newest: number, drop: Drop): void {
    this.#line(relay, newest).drop(drop)
  }

  /** Tells all of them the last there is to tell. @param relays those with seats, also where nobody is present */
  end(events: readonly OutgoingEvent[], relays: Iterable<string>): void {
    for (const relay of relays) if (relay !== '') this.#line(relay, 0)
    if (this.#lines.size === 0) return
    const told = Promise.all([...this.#lines.values()].map((line) => line.end(events)))
    this.#lines.clear()
    this.#ending = told.catch((error) => log('relays-not-ended', error))
  }

  /** Waits until every relay knows that the room is over, or can't be told. */
  async ended(): Promise<void> {
    if (this.#ending === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, END_WITHIN)
    })
    await Promise.race([this.#ending, late])
    clearTimeout(timer)
  }

  #line(relay: string, newest: number): Line {
    const known = this.#lines.get(relay)
    if (known) return known
    const { namespace, room, roomId, store, born, deserted } = this.#hub
    const line = new Line(roomId, store, newest, {
      // A stub may stay broken after a failure: each call takes a new one.
      call: (batch) => relayStub(namespace, room, relay).tell({ ...batch, born }),
      deserted: (isStill) => deserted(relay, isStill),
    })
    this.#lines.set(relay, line)
    return line
  }
}
