import { CancellableDelay } from '../../broadcast/cancellable-delay.ts'
import type { OutgoingEvent } from '../../broadcast/event-queue.ts'
import { log } from '../../log.ts'
import type { Disconnection, RoomToRelayAnswer } from '../../relay-protocol/calls.ts'
import type { MessageStore } from '../storage/message-store.ts'
import { Backlog, type RelayBatch } from './backlog.ts'

/** Milliseconds until a call that failed is made again, at first; it doubles up to the second number. */
const RETRY_MS = { first: 100, longest: 5_000 } as const
/** Calls in a row that may fail before the line is left alone until there is something new to tell. */
const TRIES_MAX = 20
/** Tries to tell that the room is over; after that the relay finds out by its own alarm. */
const END_TRIES_MAX = 3

/** What the line connects. */
export interface RelayLinkOptions {
  /** Tells the relay. */
  sendBatch: (batch: RelayBatch) => Promise<RoomToRelayAnswer>
  /** The relay says that nobody is there whom the room believed to be. @param isStill whether nobody came since */
  onEmpty: (isStill: () => boolean) => void
}

/**
 * The room's end of the line to one relay. One call at most is under way, and what piles up meanwhile goes together in
 * the next, as does what comes sooner after it than the pace allows. What a relay missed is told from storage, by `seq`.
 */
export class RelayLink {
  readonly #backlog: Backlog
  readonly #options: RelayLinkOptions
  /** Participants with a connection there: a relay where nobody is is told nothing. */
  #presentCount = 0
  /** How often somebody came. */
  #arrivals = 0
  #isEnding = false
  /** Calls that said that the room is over, and were not taken. */
  #endTries = 0
  #running: Promise<void> | null = null
  /** Milliseconds from one telling to the next, at the least. */
  #spacing = 0
  #lastSentAt = 0
  /** Whether it is to be asked how far it is, also where there is nothing to tell. */
  #isCheckWanted = false
  /** The wait for the next telling. */
  readonly #delay = new CancellableDelay()

  /** @param newest the newest message there is */
  constructor(roomId: string, store: MessageStore, newest: number, ends: RelayLinkOptions) {
    this.#backlog = new Backlog(roomId, store, newest)
    this.#options = ends
  }

  /** Somebody came. @param isNew false for one who was there as far as anybody knew */
  addPresent(isNew: boolean): void {
    this.#arrivals += 1
    if (isNew) this.#presentCount += 1
  }

  /** Somebody is not there any more. */
  removePresent(): void {
    this.#presentCount -= 1
  }

  /**
   * Tells the relay, now or with the next call.
   * @param spacing milliseconds from one telling to the next, at the least; the first one waits for nothing
   */
  sendEvents(events: readonly OutgoingEvent[], spacing: number): void {
    this.#spacing = spacing
    if (this.#presentCount === 0) return this.#backlog.skipEvents(events)
    this.#backlog.addEvents(events)
    void this.#runCalls()
  }

  /** Has somebody's sockets closed, without delay. */
  disconnectParticipant(disconnection: Disconnection): void {
    this.#backlog.addDisconnection(disconnection)
    this.#delay.cancel()
    void this.#runCalls()
  }

  /** Asks the relay how far it is: what it missed is told. */
  checkPosition(): void {
    if (this.#presentCount === 0) return
    this.#isCheckWanted = true
    void this.#runCalls()
  }

  /** Tells the last there is to tell. Gives when the relay knows, or can't be told. */
  async sendEnd(events: readonly OutgoingEvent[]): Promise<void> {
    this.#backlog.addEvents(events)
    this.#isEnding = true
    this.#delay.cancel()
    while (this.#isEnding) await this.#runCalls()
  }

  #runCalls(): Promise<void> {
    this.#running ??= this.#callUntilDone().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #callUntilDone(): Promise<void> {
    let failures = 0
    while (this.#hasWork()) {
      await this.#waitUntilDue()
      let batch: RelayBatch | null = null
      try {
        batch = this.#backlog.takeBatch(this.#isEnding, this.#endTries > 0)
        if (batch.events.length > 0) this.#lastSentAt = Date.now()
        const arrivals = this.#arrivals
        const { missingAfter, isEmpty } = await this.#options.sendBatch(batch)
        failures = 0
        const isStill = () => this.#arrivals === arrivals
        // A relay that was lost forgot who was there. Where somebody came meanwhile the next answer will tell.
        if (isEmpty && !batch.isLast && this.#presentCount > 0 && isStill()) this.#options.onEmpty(isStill)
        this.#isCheckWanted = false
        if (missingAfter === null) {
          if (batch.isLast) return this.#finish()
          continue
        }
        this.#backlog.requeueBatch(batch, missingAfter)
      } catch (error) {
        failures += 1
        if (batch) this.#backlog.requeueBatch(batch, batch.afterSeq)
        if (failures === 1) log('relay-not-told', error)
        if (failures >= TRIES_MAX && !this.#isEnding) return
        await sleep(Math.min(RETRY_MS.longest, RETRY_MS.first * 2 ** (failures - 1)))
      }
      if (!batch?.isLast) continue
      this.#endTries += 1
      if (this.#endTries >= END_TRIES_MAX) return this.#finish()
      // From now on it is told whatever the relay has.
      this.#backlog.forgetMessages()
    }
  }

  /** There is nothing left to tell, whether it was told or not. */
  #finish(): void {
    this.#isEnding = false
    this.#isCheckWanted = false
    this.#backlog.clear()
  }

  #hasWork(): boolean {
    return this.#isCheckWanted || this.#isEnding || !this.#backlog.isEmpty
  }

  /** Waits until the next telling is due. Who is sent away, the end, and what was missed wait for nothing. */
  async #waitUntilDue(): Promise<void> {
    // A clock that was set back must not make it wait longer than the pace.
    const wait = Math.min(this.#spacing, this.#lastSentAt + this.#spacing - Date.now())
    if (wait < 1 || this.#isEnding || this.#backlog.isUrgent) return
    await this.#delay.wait(wait)
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
