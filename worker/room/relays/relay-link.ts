import type { OutgoingEvent } from '../../broadcast/event-queue.ts'
import { log } from '../../log.ts'
import type { Disconnection, RoomToRelayAnswer } from '../../relay-protocol/calls.ts'
import { Backlog, type BacklogOptions, type BatchMode, type RelayBatch } from './backlog.ts'
import { CancellableDelay } from './cancellable-delay.ts'

/** Milliseconds until a failed call is made again: `first`, then twice as many each time, up to `longest`. */
const RETRY_MS = { first: 100, longest: 5_000 } as const
/** Calls in a row that may fail. After that the relay is not called until there is something new to send. */
const TRIES_MAX = 20
/** Calls that announce the end, at most. After that the relay finds out by its own alarm. */
const END_TRIES_MAX = 3

/** What a `RelayLink` needs of its room. */
export interface RelayLinkOptions extends BacklogOptions {
  sendBatch: (batch: RelayBatch) => Promise<RoomToRelayAnswer>
  /**
   * Is called where the relay reports that nobody is connected there, and the room counts somebody.
   * @param isStillEmpty returns whether nobody has connected there since
   */
  onEmpty: (isStillEmpty: () => boolean) => void
}

/**
 * The room's end of the line to one relay. It makes one call at a time. What comes during a call goes with the next one, and
 * so does what comes sooner than the spacing allows. Messages that the relay missed are read from storage, by `seq`.
 */
export class RelayLink {
  readonly #backlog: Backlog
  readonly #options: RelayLinkOptions
  /** Participants connected there. Where nobody is, the relay is sent nothing. */
  #presentCount = 0
  /** How often somebody connected there. */
  #arrivals = 0
  /** Whether the room has closed or ended, and the relay does not know it yet. */
  #isEnding = false
  /** Calls that announced the end, and that the relay did not take. */
  #endTries = 0
  #running: Promise<void> | null = null
  /** Least milliseconds from one call to the next. */
  #spacing = 0
  #lastSentAt = 0
  /** Whether a call is wanted although there is nothing to send. */
  #isCheckWanted = false
  /** The wait for the next call. */
  readonly #delay = new CancellableDelay()

  constructor(options: RelayLinkOptions) {
    this.#backlog = new Backlog(options)
    this.#options = options
  }

  /** Counts a participant who is connected there. @param isNew false where the participant was counted already */
  addPresent(isNew: boolean): void {
    this.#arrivals += 1
    if (isNew) this.#presentCount += 1
  }

  /** Stops counting a participant. */
  removePresent(): void {
    this.#presentCount -= 1
  }

  /**
   * Sends events, at once or with the next call.
   * @param spacing least milliseconds from one call to the next. After a longer silence nothing waits.
   */
  sendEvents(events: readonly OutgoingEvent[], spacing: number): void {
    this.#spacing = spacing
    if (this.#presentCount === 0) return this.#backlog.skipEvents(events)
    this.#backlog.addEvents(events)
    void this.#runCalls()
  }

  /** Replaces a message that waits here: its text was changed, or is gone. */
  replaceMessage(event: OutgoingEvent): void {
    this.#backlog.replaceMessage(event)
  }

  /** Has the relay close all sockets of somebody, without waiting for the spacing. */
  disconnectParticipant(disconnection: Disconnection): void {
    this.#backlog.addDisconnection(disconnection)
    this.#delay.cancel()
    void this.#runCalls()
  }

  /** Asks the relay which messages it has, and sends what it lacks. */
  checkPosition(): void {
    if (this.#presentCount === 0) return
    this.#isCheckWanted = true
    void this.#runCalls()
  }

  /** Sends the last events and the end. Resolves once the relay has taken them, or was called often enough. */
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
        batch = this.#backlog.takeBatch(this.#batchMode())
        const missingAfter = await this.#sendBatch(batch)
        failures = 0
        if (missingAfter === null) {
          if (batch.isLast) return this.#finish()
          continue
        }
        this.#backlog.requeueBatch(batch, missingAfter)
      } catch (error) {
        failures += 1
        if (batch) this.#backlog.requeueBatch(batch, batch.afterSeq)
        if (failures === 1) log('room-relay-call-failed', error)
        if (failures >= TRIES_MAX && !this.#isEnding) return
        await sleep(Math.min(RETRY_MS.longest, RETRY_MS.first * 2 ** (failures - 1)))
      }
      if (!batch?.isLast) continue
      this.#endTries += 1
      if (this.#endTries >= END_TRIES_MAX) return this.#finish()
      // From now on the relay gets the end whichever messages it has.
      this.#backlog.dropMessages()
    }
  }

  /**
   * Makes one call. Returns the newest message that the relay has, where it lacks one before the batch; otherwise null.
   */
  async #sendBatch(batch: RelayBatch): Promise<number | null> {
    if (batch.events.length > 0) this.#lastSentAt = Date.now()
    const arrivals = this.#arrivals
    const { missingAfter, isEmpty } = await this.#options.sendBatch(batch)
    const isStillEmpty = () => this.#arrivals === arrivals
    // A relay that restarted forgot who was connected. Where somebody connected during the call, the next answer decides.
    if (isEmpty && !batch.isLast && this.#presentCount > 0 && isStillEmpty())
      this.#options.onEmpty(isStillEmpty)
    this.#isCheckWanted = false
    return missingAfter
  }

  /** Ends the calls: nothing is left to send, or the relay was called often enough. */
  #finish(): void {
    this.#isEnding = false
    this.#isCheckWanted = false
    this.#backlog.clear()
  }

  #batchMode(): BatchMode {
    if (!this.#isEnding) return 'usual'
    return this.#endTries > 0 ? 'forced-end' : 'end'
  }

  #hasWork(): boolean {
    return this.#isCheckWanted || this.#isEnding || !this.#backlog.isEmpty
  }

  /** Waits until the next call is due. Disconnections, the end, and what the relay missed don't wait. */
  async #waitUntilDue(): Promise<void> {
    // Where the clock was set back, nobody waits for longer than the spacing.
    const wait = Math.min(this.#spacing, this.#lastSentAt + this.#spacing - Date.now())
    if (wait < 1 || this.#isEnding || this.#backlog.isUrgent) return
    await this.#delay.wait(wait)
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
