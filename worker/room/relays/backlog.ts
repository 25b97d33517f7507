import { WELCOME } from '../../../protocol/limits.ts'
import { type OutgoingEvent, toMessageEvent } from '../../broadcast/event-queue.ts'
import { log } from '../../log.ts'
import type { Disconnection, RoomToRelay } from '../../relay-protocol/calls.ts'
import type { MessageStore } from '../storage/message-store.ts'

/** Characters in one call, where more was missed: well below what the platform lets through. */
const MISSED_CHARACTERS_MAX = 4_194_304
/** Characters that may wait for a relay in memory; beyond it, it is told from storage. */
const WAITING_CHARACTERS_MAX = 1_048_576
/** Events that are no messages and may wait while a relay is down. */
const OTHER_EVENTS_KEPT = 100

/** What is told in one call, but for which waking of the room it is of. */
export type RelayBatch = Omit<RoomToRelay, 'wakeId'>

/**
 * What a relay was not told yet: what happened since the last call, and, where the relay missed some or too much waits,
 * what is in storage above a `seq`.
 */
export class Backlog {
  readonly #roomId: string
  readonly #store: MessageStore
  #events: OutgoingEvent[] = []
  #characters = 0
  #disconnections: Disconnection[] = []
  /** The newest message that was handed to the relay, or waits here. */
  #newestSeq: number
  /** Where it has to be told from storage again: the newest message it has. */
  #missingAfter: number | null = null

  /** @param newest the newest message there is */
  constructor(roomId: string, store: MessageStore, newest: number) {
    this.#roomId = roomId
    this.#store = store
    this.#newestSeq = newest
  }

  /** Whether there is nothing to tell. */
  get isEmpty(): boolean {
    return this.#events.length === 0 && !this.isUrgent
  }

  /** Whether something was missed, or somebody is to be sent away. */
  get isUrgent(): boolean {
    return this.#missingAfter !== null || this.#disconnections.length > 0
  }

  /** Adds what happened. */
  addEvents(events: readonly OutgoingEvent[]): void {
    for (const event of events) {
      this.#events.push(event)
      this.#characters += event.json.length
    }
    if (this.#characters > WAITING_CHARACTERS_MAX) this.#dropWaitingMessages()
  }

  /** Passes over what happened while nobody was there. */
  skipEvents(events: readonly OutgoingEvent[]): void {
    this.#newestSeq = newestSeqOf(events) ?? this.#newestSeq
  }

  /** Adds somebody whose sockets are to be closed. */
  addDisconnection(disconnection: Disconnection): void {
    this.#disconnections.push(disconnection)
  }

  /**
   * Takes what goes into the next call. Throws, and takes nothing, where what was missed can't be read.
   * @param isOver whether the room is over: `over` says so once nothing is missed any more
   * @param isLast whether it is told whatever the relay has
   */
  takeBatch(isOver: boolean, isLast: boolean): RelayBatch {
    const missed = this.#takeMissed(isOver)
    const disconnections = this.#disconnections
    this.#disconnections = []
    const events = missed ?? this.#events
    const first = events.find(({ seq }) => seq > 0)
    const after = isLast ? 0 : first === undefined ? this.#newestSeq : first.seq - 1
    this.#newestSeq = newestSeqOf(events) ?? this.#newestSeq
    if (missed === null) {
      this.#events = []
      this.#characters = 0
    }
    return { afterSeq: after, events, disconnections, isLast: isOver && missed === null }
  }

  /** Has a batch told again, from the message after `seq` on. */
  requeueBatch(batch: RelayBatch, seq: number): void {
    this.#disconnections.unshift(...batch.disconnections)
    this.#events.unshift(...otherEventsOf(batch.events))
    this.#missingAfter = Math.min(this.#missingAfter ?? seq, seq)
  }

  /** Lets go of every message: what is left is told whatever the relay has. */
  forgetMessages(): void {
    this.#missingAfter = null
    this.#events = this.#events.filter(({ seq }) => seq === 0)
  }

  /** Lets go of everything. */
  clear(): void {
    this.#missingAfter = null
    this.#events = []
    this.#disconnections = []
  }

  /** Lets go of what waits in memory: it is in storage, but for what is stale by then. */
  #dropWaitingMessages(): void {
    const first = this.#events.find(({ seq }) => seq > 0)
    if (first !== undefined) this.#missingAfter ??= first.seq - 1
    this.#newestSeq = newestSeqOf(this.#events) ?? this.#newestSeq
    this.#events = otherEventsOf(this.#events)
    this.#characters = 0
  }

  /** The next page of what the relay missed; null where it is up to date. */
  #takeMissed(isOver: boolean): OutgoingEvent[] | null {
    const after = this.#missingAfter
    if (after === null) return null
    const page = this.#readPage(after, isOver)
    const until = page.at(-1)?.seq ?? after
    this.#missingAfter = page.length === 0 ? null : until
    // What waits was stored, too, and is told now.
    this.#events = this.#events.filter(({ seq }) => seq === 0 || seq > until)
    return page.length === 0 ? null : page
  }

  /** As many of the messages above `after` as go into one call; none where there are none, or the room is deleted already. */
  #readPage(after: number, isOver: boolean): OutgoingEvent[] {
    const page: OutgoingEvent[] = []
    try {
      const range = { after, limit: WELCOME.missed, characters: MISSED_CHARACTERS_MAX }
      for (const { message, json } of this.#store.readHistory(this.#roomId, range))
        page.push(toMessageEvent(message.seq, json))
    } catch (error) {
      if (!isOver) throw error
      log('missed-not-read', error)
    }
    return page
  }
}

/** The newest message among some events. */
function newestSeqOf(events: readonly OutgoingEvent[]): number | undefined {
  return events.findLast(({ seq }) => seq > 0)?.seq
}

/** What of some events is no message, and not stale by being too much. */
function otherEventsOf(events: readonly OutgoingEvent[]): OutgoingEvent[] {
  return events.filter(({ seq }) => seq === 0).slice(-OTHER_EVENTS_KEPT)
}
