import { WELCOME } from '../../protocol/limits.ts'
import { type OutgoingEvent, toMessageEvent } from '../broadcast/event-queue.ts'
import { log } from '../log.ts'
import type { MessageStore } from '../room/message-store.ts'
import type { Drop, FromRoom } from './calls.ts'

/** Characters in one call, where more was missed: well below what the platform lets through. */
const MISSED_MAX = 4_194_304
/** Characters that may wait for a relay in memory; beyond it, it is told from storage. */
const WAITING_MAX = 1_048_576
/** Events that are no messages and may wait while a relay is down. */
const NEWS_KEPT = 100

/** What is told in one call, but for which waking of the room it is of. */
export type Batch = Omit<FromRoom, 'born'>

/**
 * What a relay was not told yet: what happened since the last call, and, where the relay missed some or too much waits,
 * what is in storage above a `seq`.
 */
export class Backlog {
  readonly #roomId: string
  readonly #store: MessageStore
  #waiting: OutgoingEvent[] = []
  #size = 0
  #drops: Drop[] = []
  /** The newest message that was handed to the relay, or waits here. */
  #newest: number
  /** Where it has to be told from storage again: the newest message it has. */
  #behind: number | null = null

  /** @param newest the newest message there is */
  constructor(roomId: string, store: MessageStore, newest: number) {
    this.#roomId = roomId
    this.#store = store
    this.#newest = newest
  }

  /** Whether there is nothing to tell. */
  get isEmpty(): boolean {
    return this.#waiting.length === 0 && !this.isUrgent
  }

  /** Whether something was missed, or somebody is to be sent away. */
  get isUrgent(): boolean {
    return this.#behind !== null || this.#drops.length > 0
  }

  /** Adds what happened. */
  add(events: readonly OutgoingEvent[]): void {
    for (const told of events) {
      this.#waiting.push(told)
      this.#size += told.json.length
    }
    if (this.#size > WAITING_MAX) this.#forget()
  }

  /** Passes over what happened while nobody was there. */
  skip(events: readonly OutgoingEvent[]): void {
    this.#newest = newestOf(events) ?? this.#newest
  }

  /** Adds somebody whose sockets are to be closed. */
  drop(drop: Drop): void {
    this.#drops.push(drop)
  }

  /**
   * Takes what goes into the next call. Throws, and takes nothing, where what was missed can't be read.
   * @param isOver whether the room is over: `over` says so once nothing is missed any more
   * @param isLast whether it is told whatever the relay has
   */
  take(isOver: boolean, isLast: boolean): Batch {
    const missed = this.#missed(isOver)
    const drops = this.#drops
    this.#drops = []
    const events = missed ?? this.#waiting
    const first = events.find(({ seq }) => seq > 0)
    const after = isLast ? 0 : first === undefined ? this.#newest : first.seq - 1
    this.#newest = newestOf(events) ?? this.#newest
    if (missed === null) {
      this.#waiting = []
      this.#size = 0
    }
    return { after, events, drops, over: isOver && missed === null }
  }

  /** Has a batch told again, from the message after `seq` on. */
  again(batch: Batch, seq: number): void {
    this.#drops.unshift(...batch.drops)
    this.#waiting.unshift(...newsOf(batch.events))
    this.#behind = Math.min(this.#behind ?? seq, seq)
  }

  /** Lets go of every message: what is left is told whatever the relay has. */
  forgetMessages(): void {
    this.#behind = null
    this.#waiting = this.#waiting.filter(({ seq }) => seq === 0)
  }

  /** Lets go of everything. */
  clear(): void {
    this.#behind = null
    this.#waiting = []
    this.#drops = []
  }

  /** Lets go of what waits in memory: it is in storage, but for what is stale by then. */
  #forget(): void {
    const first = this.#waiting.find(({ seq }) => seq > 0)
    if (first !== undefined) this.#behind ??= first.seq - 1
    this.#newest = newestOf(this.#waiting) ?? this.#newest
    this.#waiting = newsOf(this.#waiting)
    this.#size = 0
  }

  /** The next page of what the relay missed; null where it is up to date. */
  #missed(isOver: boolean): OutgoingEvent[] | null {
    const after = this.#behind
    if (after === null) return null
    const page = this.#page(after, isOver)
    const until = page.at(-1)?.seq ?? after
    this.#behind = page.length === 0 ? null : until
    // What waits was stored, too, and is told now.
    this.#waiting = this.#waiting.filter(({ seq }) => seq === 0 || seq > until)
    return page.length === 0 ? null : page
  }

  /** As many of the messages above `after` as go into one call; none where there are none, or the room is deleted already. */
  #page(after: number, isOver: boolean): OutgoingEvent[] {
    const page: OutgoingEvent[] = []
    try {
      const range = { after, limit: WELCOME.missed, characters: MISSED_MAX }
      for (const { message, json } of this.#store.history(this.#roomId, range))
        page.push(toMessageEvent(message.seq, json))
    } catch (error) {
      if (!isOver) throw error
      log('missed-not-read', error)
    }
    return page
  }
}

/** The newest message among some events. */
function newestOf(events: readonly OutgoingEvent[]): number | undefined {
  return events.findLast(({ seq }) => seq > 0)?.seq
}

/** What of some events is no message, and not stale by being too much. */
function newsOf(events: readonly OutgoingEvent[]): OutgoingEvent[] {
  return events.filter(({ seq }) => seq === 0).slice(-NEWS_KEPT)
}
