import { WELCOME } from '../../protocol/limits.ts'
import { log } from '../log.ts'
import type { MessageStore } from '../room/message-store.ts'
import { Pause } from '../sockets/pause.ts'
import { type Told, toldMessage } from '../sockets/told.ts'
import type { Drop, FromRoom, RelayAnswer } from './calls.ts'

/** Milliseconds until a call that failed is made again, at first; it doubles up to the second number. */
const RETRY_MS = { first: 100, longest: 5_000 } as const
/** Calls in a row that may fail before the line is left alone until there is something new to tell. */
const TRIES = 20
/** Tries to tell that the room is over; after that the relay finds out by its own alarm. */
const LAST_TRIES = 3
/** Characters in one call, where more was missed: well below what the platform lets through. */
const MISSED_MAX = 4_194_304
/** Characters that may wait for a relay in memory; beyond it, it is told from storage. */
const WAITING_MAX = 1_048_576
/** Events that are no messages and may wait while a relay is down. */
const NEWS_KEPT = 100

type Batch = Omit<FromRoom, 'born'>

/** What the line connects. */
export interface Ends {
  /** Tells the relay. */
  call: (batch: Batch) => Promise<RelayAnswer>
  /** The relay says that nobody is there whom the room believed to be. */
  deserted: () => void
}

/**
 * The room's end of the line to one relay. One call at most is under way, and what piles up meanwhile goes together in
 * the next, as does what comes sooner after it than the pace allows. What a relay missed is told from storage, by `seq`.
 */
export class Line {
  readonly #roomId: string
  readonly #store: MessageStore
  readonly #ends: Ends
  /** Participants with a connection there: a relay where nobody is is told nothing. */
  #present = 0
  /** How often somebody came. */
  #arrivals = 0
  #waiting: Told[] = []
  #size = 0
  #drops: Drop[] = []
  #over = false
  /** Calls that said that the room is over, and were not taken. */
  #lastTries = 0
  /** The newest message that was handed to the relay, or waits here. */
  #newest: number
  /** Where it has to be told from storage again: the newest message it has. */
  #behind: number | null = null
  #running: Promise<void> | null = null
  /** Milliseconds from one telling to the next, at the least. */
  #pace = 0
  #toldAt = 0
  /** Whether it is to be asked how far it is, also where there is nothing to tell. */
  #asking = false
  /** The wait for the next telling. */
  readonly #pause = new Pause()

  /** @param newest the newest message there is */
  constructor(roomId: string, store: MessageStore, newest: number, ends: Ends) {
    this.#roomId = roomId
    this.#store = store
    this.#newest = newest
    this.#ends = ends
  }

  /** Somebody is there from now on. */
  arrived(): void {
    this.#present += 1
    this.#arrivals += 1
  }

  /** Somebody is not there any more. */
  gone(): void {
    this.#present -= 1
  }

  /**
   * Tells the relay, now or with the next call.
   * @param pace milliseconds from one telling to the next, at the least; the first one waits for nothing
   */
  tell(events: readonly Told[], pace: number): void {
    this.#pace = pace
    if (this.#present === 0) {
      this.#newest = events.findLast(({ seq }) => seq > 0)?.seq ?? this.#newest
      return
    }
    for (const told of events) {
      this.#waiting.push(told)
      this.#size += told.json.length
    }
    if (this.#size > WAITING_MAX) this.#forget()
    void this.#run()
  }

  /** Has somebody's sockets closed, without delay. */
  drop(drop: Drop): void {
    this.#drops.push(drop)
    this.#pause.cut()
    void this.#run()
  }

  /** Asks the relay how far it is: what it missed is told. */
  check(): void {
    if (this.#present === 0) return
    this.#asking = true
    void this.#run()
  }

  /** Tells the last there is to tell. Gives when the relay knows, or can't be told. */
  async end(events: readonly Told[]): Promise<void> {
    this.#waiting.push(...events)
    this.#over = true
    this.#pause.cut()
    while (this.#over) await this.#run()
  }

  /** Lets go of what waits in memory: it is in storage, but for what is stale by then. */
  #forget(): void {
    const first = this.#waiting.find(({ seq }) => seq > 0)
    if (first !== undefined) this.#behind ??= first.seq - 1
    this.#newest = this.#waiting.findLast(({ seq }) => seq > 0)?.seq ?? this.#newest
    this.#waiting = this.#waiting.filter(({ seq }) => seq === 0).slice(-NEWS_KEPT)
    this.#size = 0
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
        batch = this.#take()
        const arrivals = this.#arrivals
        const { behind, deserted } = await this.#ends.call(batch)
        failures = 0
        // A relay that was lost forgot who was there. Where somebody came meanwhile the next answer will tell.
        if (deserted && !batch.over && this.#present > 0 && this.#arrivals === arrivals) this.#ends.deserted()
        this.#asking = false
        if (behind === null) {
          if (batch.over) return this.#finish()
          continue
        }
        this.#again(batch, behind)
      } catch (error) {
        failures += 1
        if (batch) this.#again(batch, batch.after)
        if (failures === 1) log('relay-not-told', error)
        if (failures >= TRIES && !this.#over) return
        await delay(Math.min(RETRY_MS.longest, RETRY_MS.first * 2 ** (failures - 1)))
      }
      if (!batch?.over) continue
      this.#lastTries += 1
      if (this.#lastTries >= LAST_TRIES) return this.#finish()
      // From now on it is told whatever the relay has.
      this.#behind = null
      this.#waiting = this.#waiting.filter(({ seq }) => seq === 0)
    }
  }

  /** There is nothing left to tell, whether it was told or not. */
  #finish(): void {
    this.#over = false
    this.#asking = false
    this.#behind = null
    this.#waiting = []
    this.#drops = []
  }

  #hasWork(): boolean {
    const isAsked = this.#asking || this.#behind !== null || this.#over
    return isAsked || this.#waiting.length > 0 || this.#drops.length > 0
  }

  /** Waits until the next telling is due. Who is sent away, the end, and what was missed wait for nothing. */
  async #due(): Promise<void> {
    // A clock that was set back must not make it wait longer than the pace.
    const wait = Math.min(this.#pace, this.#toldAt + this.#pace - Date.now())
    if (wait < 1 || this.#over || this.#behind !== null || this.#drops.length > 0) return
    await this.#pause.wait(wait)
  }

  #take(): Batch {
    // Read first: where that fails nothing was taken.
    const missed = this.#missed()
    const drops = this.#drops
    this.#drops = []
    const events = missed ?? this.#waiting
    const first = events.find(({ seq }) => seq > 0)
    const after = this.#lastTries > 0 ? 0 : first === undefined ? this.#newest : first.seq - 1
    this.#newest = events.findLast(({ seq }) => seq > 0)?.seq ?? this.#newest
    if (missed === null) {
      this.#waiting = []
      this.#size = 0
    }
    if (events.length > 0) this.#toldAt = Date.now()
    return { after, events, drops, over: this.#over && missed === null }
  }

  /** The next page of what the relay missed; null where it is up to date. */
  #missed(): Told[] | null {
    const after = this.#behind
    if (after === null) return null
    const page = this.#page(after)
    const until = page.at(-1)?.seq ?? after
    this.#behind = page.length === 0 ? null : until
    // What waits was stored, too, and is told now.
    this.#waiting = this.#waiting.filter(({ seq }) => seq === 0 || seq > until)
    return page.length === 0 ? null : page
  }

  /** As many of the messages above `after` as go into one call; none where there are none, or the room is deleted already. */
  #page(after: number): Told[] {
    const page: Told[] = []
    let size = 0
    try {
      for (const message of this.#store.history(this.#roomId, { after, limit: WELCOME.missed })) {
        const told = toldMessage(message.seq, JSON.stringify(message))
        size += told.json.length
        if (page.length > 0 && size > MISSED_MAX) break
        page.push(told)
      }
    } catch (error) {
      if (!this.#over) throw error
      log('missed-not-read', error)
    }
    return page
  }

  /** Has a batch told again, from the message after `seq` on. */
  #again(batch: Batch, seq: number): void {
    this.#drops.unshift(...batch.drops)
    this.#waiting.unshift(...batch.events.filter((told) => told.seq === 0).slice(-NEWS_KEPT))
    this.#behind = Math.min(this.#behind ?? seq, seq)
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
