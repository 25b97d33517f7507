import type { OutgoingEvent } from '../../broadcast/event-queue.ts'
import type { Bindings } from '../../env.ts'
import { log } from '../../log.ts'
import type { Disconnection } from '../../relay-protocol/calls.ts'
import { relayStub } from '../../stubs/relay.ts'
import type { MessageStore } from '../storage/message-store.ts'
import { RelayLink } from './relay-link.ts'

/** Milliseconds that the deletion of a room waits for its relays at most: each finds out by itself, too. */
const END_WITHIN_MS = 5_000

/**
 * Milliseconds from one telling of the relays to the next, at the least: so many for each participant there, and never
 * more than the second number. A lone frame to a socket costs 20 to 35 microseconds (docs/scaling.md), and its share of the
 * call some more, so this is what telling everyone takes where all relays share a thread; in a room of ten thousand each
 * relay is called two or three times a second, however many write.
 */
const SPACING_MS = { each: 0.045, most: 400 } as const

/** What the relays belong to. */
export interface RelaysOptions {
  namespace: Bindings['RELAYS']
  /** The id of the room's object. */
  roomObjectId: string
  roomId: string
  store: MessageStore
  /** Which waking of the room this is. */
  wakeId: string
  /** A relay says that nobody is there whom the room believed to be. @param isStill whether nobody came since */
  onEmpty: (relay: string, isStill: () => boolean) => void
}

/** The relays of one room: who sits there hears what the room tells. */
export class Relays {
  readonly #options: RelaysOptions
  readonly #relayLinks = new Map<string, RelayLink>()
  #ending: Promise<unknown> | null = null
  /** Participants with a connection at one of them. */
  #presentCount = 0
  /** Whether they were told something since the room woke: what they missed before comes out then. */
  #isResumed = false

  constructor(options: RelaysOptions) {
    this.#options = options
  }

  /**
   * Somebody came to a relay, and is present there from now on.
   * @param newest the newest message there is
   * @param isNew false for one who was present as far as anybody knew
   */
  addPresent(relay: string, newest: number, isNew: boolean): void {
    this.#linkTo(relay, newest).addPresent(isNew)
    if (isNew) this.#presentCount += 1
  }

  /** Somebody is not present there any more. */
  removePresent(relay: string): void {
    const relayLink = this.#relayLinks.get(relay)
    if (relayLink === undefined) return
    relayLink.removePresent()
    this.#presentCount -= 1
  }

  /** Tells all of them. */
  broadcastEvents(events: readonly OutgoingEvent[]): void {
    this.#isResumed = true
    const spacing = Math.min(this.#presentCount * SPACING_MS.each, SPACING_MS.most)
    for (const relayLink of this.#relayLinks.values()) relayLink.sendEvents(events, spacing)
  }

  /** After waking, where there is nothing to tell: the room may have stopped between storing and telling. */
  resumeDelivery(): void {
    if (this.#isResumed) return
    this.#isResumed = true
    this.checkPositions()
  }

  /** Asks all of them how they are: what they missed is told, and they look for dead lines. */
  checkPositions(): void {
    for (const relayLink of this.#relayLinks.values()) relayLink.checkPosition()
  }

  /** Has the sockets of somebody at a relay closed. @param newest the newest message there is */
  disconnectParticipant(relay: string, newest: number, disconnection: Disconnection): void {
    this.#linkTo(relay, newest).disconnectParticipant(disconnection)
  }

  /** Tells all of them the last there is to tell. @param relays those with seats, also where nobody is present */
  sendEnd(events: readonly OutgoingEvent[], relays: Iterable<string>): void {
    for (const relay of relays) if (relay !== '') this.#linkTo(relay, 0)
    if (this.#relayLinks.size === 0) return
    const sent = Promise.all([...this.#relayLinks.values()].map((relayLink) => relayLink.sendEnd(events)))
    this.#relayLinks.clear()
    this.#ending = sent.catch((error) => log('relays-not-ended', error))
  }

  /** Waits until every relay knows that the room is over, or can't be told. */
  async waitUntilEnded(): Promise<void> {
    if (this.#ending === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, END_WITHIN_MS)
    })
    await Promise.race([this.#ending, late])
    clearTimeout(timer)
  }

  #linkTo(relay: string, newest: number): RelayLink {
    const known = this.#relayLinks.get(relay)
    if (known) return known
    const { namespace, roomObjectId, roomId, store, wakeId, onEmpty } = this.#options
    const relayLink = new RelayLink(roomId, store, newest, {
      // A stub may stay broken after a failure: each call takes a new one.
      sendBatch: (batch) => relayStub(namespace, roomObjectId, relay).receiveBatch({ ...batch, wakeId }),
      onEmpty: (isStill) => onEmpty(relay, isStill),
    })
    this.#relayLinks.set(relay, relayLink)
    return relayLink
  }
}
