import type { Message } from '../../../protocol/message.ts'
import type { RoomId } from '../../../protocol/room.ts'
import { type OutgoingEvent, toMessageEvent } from '../../broadcast/event-queue.ts'
import type { Bindings } from '../../env.ts'
import { log } from '../../log.ts'
import type { Disconnection } from '../../relay-protocol/calls.ts'
import type { RelayName } from '../../relay-protocol/placement.ts'
import { relayStub } from '../../stubs/relay.ts'
import type { MessageStore } from '../storage/message-store.ts'
import { RelayLink } from './relay-link.ts'

/** Milliseconds that the deletion of a room waits for its relays, at most. Each of them finds out by itself, too. */
const END_WITHIN_MS = 5_000

/**
 * Least milliseconds from one call to a relay to the next: so many for each participant at relays, and never more than `most`.
 * A lone frame to a socket costs 20 to 35 microseconds (docs/scaling.md), and its share of the call some more, so this is how
 * long delivering to everybody takes where all relays share a thread. In a room of ten thousand each relay is called two or
 * three times a second, however many people write.
 */
const SPACING_MS = { perParticipant: 0.045, most: 400 } as const

/** What the relays need of their room. */
interface RelaysOptions {
  env: Bindings
  /** The id of the room's object. */
  roomObjectId: string
  roomId: RoomId
  store: MessageStore
  /** The id of the room's current waking. */
  wakeId: string
  /**
   * Is called where a relay reports that nobody is connected there, and the room counts somebody.
   * @param isStillEmpty returns whether nobody has connected there since
   */
  onEmpty: (relay: RelayName, isStillEmpty: () => boolean) => void
}

/** The relays of one room. Participants who sit at a relay receive through it what the room broadcasts. */
export class Relays {
  readonly #options: RelaysOptions
  readonly #relayLinks = new Map<RelayName, RelayLink>()
  /** Resolves once every relay knows that the room has closed or ended; null before it has. */
  #ending: Promise<unknown> | null = null
  /** Participants with a connection at a relay. */
  #presentCount = 0
  /** Whether relays were sent anything since the room woke: then they know whether they missed anything before. */
  #isResumed = false

  constructor(options: RelaysOptions) {
    this.#options = options
  }

  /**
   * Counts a participant who is connected at a relay.
   * @param newestSeq the newest message that is stored
   * @param isNew false where the participant was counted already
   */
  addPresent(relay: RelayName, newestSeq: number, isNew: boolean): void {
    this.#linkTo(relay, newestSeq).addPresent(isNew)
    if (isNew) this.#presentCount += 1
  }

  /** Stops counting a participant who is no longer connected at a relay. */
  removePresent(relay: RelayName): void {
    const relayLink = this.#relayLinks.get(relay)
    if (relayLink === undefined) return
    relayLink.removePresent()
    this.#presentCount -= 1
  }

  /** Sends events to every relay where somebody is connected. */
  broadcastEvents(events: readonly OutgoingEvent[]): void {
    this.#isResumed = true
    const spacing = Math.min(this.#presentCount * SPACING_MS.perParticipant, SPACING_MS.most)
    for (const relayLink of this.#relayLinks.values()) relayLink.sendEvents(events, spacing)
  }

  /** Replaces a message that waits for a relay which is not reached: its text was changed, or is gone. */
  replaceMessage(message: Message): void {
    if (this.#relayLinks.size === 0) return
    const event = toMessageEvent(message.seq, JSON.stringify(message))
    for (const relayLink of this.#relayLinks.values()) relayLink.replaceMessage(event)
  }

  /**
   * Checks the positions of all relays once after the room woke, where it has nothing to broadcast: it may have stopped
   * right before a broadcast.
   */
  resumeDelivery(): void {
    if (this.#isResumed) return
    this.#isResumed = true
    this.checkPositions()
  }

  /**
   * Asks every relay which messages it has, and sends what it lacks. On such a call relays also look for dead
   * connections.
   */
  checkPositions(): void {
    for (const relayLink of this.#relayLinks.values()) relayLink.checkPosition()
  }

  /** Has a relay close all sockets of somebody. @param newestSeq the newest message that is stored */
  disconnectParticipant(relay: RelayName, newestSeq: number, disconnection: Disconnection): void {
    this.#linkTo(relay, newestSeq).disconnectParticipant(disconnection)
  }

  /**
   * Sends every relay the last events and the end.
   * @param relays the names of all relays with seats; `''` is the room itself
   */
  sendEnd(events: readonly OutgoingEvent[], relays: Iterable<RelayName | ''>): void {
    for (const relay of relays) if (relay !== '') this.#linkTo(relay, 0)
    if (this.#relayLinks.size === 0) return
    const sent = Promise.all([...this.#relayLinks.values()].map((relayLink) => relayLink.sendEnd(events)))
    this.#relayLinks.clear()
    this.#ending = sent.catch((error) => log('relays-end-failed', error))
  }

  /**
   * Resolves once every relay knows that the room has closed or ended, was called often enough, or has taken too long.
   */
  async waitUntilEnded(): Promise<void> {
    if (this.#ending === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const timeout = new Promise((resolve) => {
      timer = setTimeout(resolve, END_WITHIN_MS)
    })
    await Promise.race([this.#ending, timeout])
    clearTimeout(timer)
  }

  #linkTo(relay: RelayName, newestSeq: number): RelayLink {
    const known = this.#relayLinks.get(relay)
    if (known) return known
    const { env, roomObjectId, roomId, store, wakeId, onEmpty } = this.#options
    const relayLink = new RelayLink({
      roomId,
      store,
      newestSeq,
      // A stub may stay broken after a failure, so each call takes a new one.
      sendBatch: (batch) => relayStub(env, roomObjectId, relay).receiveBatch({ ...batch, wakeId }),
      onEmpty: (isStillEmpty) => onEmpty(relay, isStillEmpty),
    })
    this.#relayLinks.set(relay, relayLink)
    return relayLink
  }
}
