import { CancellableDelay } from '../broadcast/cancellable-delay.ts'
import type { OutgoingEvent } from '../broadcast/event-queue.ts'
import { log } from '../log.ts'
import type { MessageStore } from '../room/message-store.ts'
import { Backlog, type Batch } from './backlog.ts'
import type { Drop, RelayAnswer } from './calls.ts'

/** Milliseconds until a call that failed is made again, at first; it doubles up to the second number. */
const RETRY_MS = { first: 100, longest: 5_000 } as const
/** Calls in a row that may fail before the line is left alone until there is something new to tell. */
const TRIES = 20
/** Tries to tell that the room is over; after that the relay finds out by its own alarm. */
const LAST_TRIES = 3

/** What the line connects. */
export interface Ends {
  /** Tells the relay. */
  call: (batch: Batch) => Promise<RelayAnswer>
  /** The relay says that nobody is there whom the room believed to be. @param isStill whether nobody came since */
  deserted: (isStill: () => boolean) => void
}

/**
 * The room's end of the line to one relay. One call at most is under way, and what piles up meanwhile goes together in
 * the next, as does what comes sooner after it than the pace allows. What a relay missed is told from storage, by `seq`.
 */
export class Line {
  readonly #backlog: Backlog
  readonly #ends: Ends
  /** Participants with a connection there: a relay where nobody is is told nothing. */
  #present = 0
  /** How often somebody came. */
  #arrivals = 0
  #over = false
  /** Calls that said that the room is over, and were not taken. */
  #lastTries = 0
  #running: Promise<void> | null = null
  /** Milliseconds from one telling to the next, at the least. */
  #pace = 0
  #toldAt = 0
  /** Whether it is to be asked how far it is, also where there is nothing to tell. */
  #asking = false
  /** The wait for the next telling. */
  readonly #pause = new CancellableDelay()

  /** @param newest the newest message there is */
  constructor(roomId: string, store: MessageStore, newest: number, ends: Ends) {
    this.#backlog = new Backlog(roomId, store, newest)
    this.#ends = ends
  }

  /** Somebody came. @param isNew false for one who was there as far as anybody knew */
  arrived(isNew: boolean): void {
    this.#arrivals += 1
    if (isNew) this.#present += 1
  }

  /** Somebody is not there any more. */
  gone(): void {
    this.#present -= 1
  }

  /**
   * Tells the relay, now or with the next call.
   * @param pace milliseconds from one telling to the next, at the least; the first one waits for nothing
   */
  tell(events: readonly OutgoingEvent[], pace: number): void {
    this.#pace = pace
    if (this.#present === 0) return this.#backlog.skip(events)
    this.#backlog.add(events)
    void this.#run()
  }

  /** Has somebody's sockets closed, without delay. */
  drop(drop: Drop): void {
    this.#backlog.drop(drop)
    this.#pause.cancel()
    void this.#run()
  }

  /** Asks the relay how far it is: what it missed is told. */
  check(): void {
    if (this.#present === 0) return
    this.#asking = true
    void this.#run()
  }

  /** Tells the last there is to tell. Gives when the relay knows, or can't be told. */
  async end(events: readonly OutgoingEvent[]): Promise<void> {
    this.#backlog.add(events)
    this.#over = true
    this.#pause.cancel()
    while (this.#over) await this.#run()
  }

  #run(): Promise<void> {
    this.#running ??= this.#calls().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #calls(): Promise<void> {
    let failures = 0
    while (this.#hasWork()) {
      await this.#due()
      let batch: Batch | null = null
      try {
        batch = this.#backlog.take(this.#over, this.#lastTries > 0)
        if (batch.events.length > 0) this.#toldAt = Date.now()
        const arrivals = this.#arrivals
        const { behind, deserted } = await this.#ends.call(batch)
        failures = 0
        const isStill = () => this.#arrivals === arrivals
        // A relay that was lost forgot who was there. Where somebody came meanwhile the next answer will tell.
        if (deserted && !batch.over && this.#present > 0 && isStill()) this.#ends.deserted(isStill)
        this.#asking = false
        if (behind === null) {
          if (batch.over) return this.#finish()
          continue
        }
        this.#backlog.again(batch, behind)
      } catch (error) {
        failures += 1
        if (batch) this.#backlog.again(batch, batch.after)
        if (failures === 1) log('relay-not-told', error)
        if (failures >= TRIES && !this.#over) return
        await delay(Math.min(RETRY_MS.longest, RETRY_MS.first * 2 ** (failures - 1)))
      }
      if (!batch?.over) continue
      this.#lastTries += 1
      if (this.#lastTries >= LAST_TRIES) return this.#finish()
      // From now on it is told whatever the relay has.
      this.#backlog.forgetMessages()
    }
  }

  /** There is nothing left to tell, whether it was told or not. */
  #finish(): void {
    this.#over = false
    this.#asking = false
    this.#backlog.clear()
  }

  #hasWork(): boolean {
    return this.#asking || this.#over || !this.#backlog.isEmpty
  }

  /** Waits until the next telling is due. Who is sent away, the end, and what was missed wait for nothing. */
  async #due(): Promise<void> {
    // A clock that was set back must not make it wait longer than the pace.
    const wait = Math.min(this.#pace, this.#toldAt + this.#pace - Date.now())
    if (wait < 1 || this.#over || this.#backlog.isUrgent) return
    await this.#pause.wait(wait)
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
