import { WELCOME } from '../../../protocol/limits.ts'
import type { RoomId } from '../../../protocol/room.ts'
import { type OutgoingEvent, toMessageEvent } from '../../broadcast/event-queue.ts'
import { log } from '../../log.ts'
import { CALL_CHARACTERS_MAX, type Disconnection, type RoomToRelay } from '../../relay-protocol/calls.ts'
import type { MessageStore } from '../storage/message-store.ts'

/** Characters that may wait for a relay in memory. Above that, messages are read from storage instead. */
const WAITING_CHARACTERS_MAX = 1_048_576
/** Events other than messages that may wait while a relay is not reached. Older ones are stale. */
const OTHER_EVENTS_KEPT = 100
/** Texts that were edited or taken back, and may wait: none of them makes another stale. They are some 16 MiB at most. */
const UPDATES_KEPT = 1_000

/** What goes into one call, except the id of the room's waking. */
export type RelayBatch = Omit<RoomToRelay, 'wakeId'>

/**
 * How a batch is taken: `usual` while the room is open; `end` once it has closed or ended, and `forced-end` for what the
 * relay is to take whichever messages it has.
 */
export type BatchMode = 'usual' | 'end' | 'forced-end'

/** What a backlog needs of its room. */
export interface BacklogOptions {
  roomId: RoomId
  store: Pick<MessageStore, 'readHistory'>
  /** The newest message that is stored. */
  newestSeq: number
}

/**
 * What a relay has not been sent yet: the events since the last call. Where the relay missed messages, or too much waits,
 * also the messages in storage above a `seq`.
 */
export class Backlog {
  readonly #roomId: RoomId
  readonly #store: BacklogOptions['store']
  #events: OutgoingEvent[] = []
  #characters = 0
  #disconnections: Disconnection[] = []
  /** The newest message that was sent to the relay or waits here. */
  #newestSeq: number
  /** The newest message that the relay has, where messages after it have to be read from storage; otherwise null. */
  #missingAfter: number | null = null

  constructor({ roomId, store, newestSeq }: BacklogOptions) {
    this.#roomId = roomId
    this.#store = store
    this.#newestSeq = newestSeq
  }

  /** Whether there is nothing to send. */
  get isEmpty(): boolean {
    return this.#events.length === 0 && !this.isUrgent
  }

  /** Whether the relay missed messages, or has to disconnect somebody. */
  get isUrgent(): boolean {
    return this.#missingAfter !== null || this.#disconnections.length > 0
  }

  /** Adds events. */
  addEvents(events: readonly OutgoingEvent[]): void {
    for (const event of events) {
      this.#events.push(event)
      this.#characters += event.json.length
    }
    if (this.#characters > WAITING_CHARACTERS_MAX) this.#dropWaitingMessages()
  }

  /** Skips events, because nobody is connected at the relay. */
  skipEvents(events: readonly OutgoingEvent[]): void {
    this.#newestSeq = newestSeqOf(events) ?? this.#newestSeq
  }

  /** Replaces a message that waits here: its text was changed, or is gone. */
  replaceMessage(event: OutgoingEvent): void {
    // One that is read once waits twice: as its author sees it, and as the others do.
    const at = this.#events.findIndex(({ seq }) => seq === event.seq)
    this.#events = this.#events.flatMap((waiting, index) => {
      if (waiting.seq !== event.seq) return waiting
      return index === at ? event : []
    })
  }

  /** Adds somebody whose sockets have to be closed. */
  addDisconnection(disconnection: Disconnection): void {
    this.#disconnections.push(disconnection)
  }

  /**
   * Takes what goes into the next call. Throws, and takes nothing, where missed messages can't be read.
   * At the end, the first batch without missed messages is the last one.
   */
  takeBatch(mode: BatchMode): RelayBatch {
    const isEnd = mode !== 'usual'
    const missed = this.#takeMissed(isEnd)
    const disconnections = this.#disconnections
    this.#disconnections = []
    const events = missed ?? this.#events
    const first = events.find(({ seq }) => seq > 0)
    const afterSeq = mode === 'forced-end' ? 0 : first === undefined ? this.#newestSeq : first.seq - 1
    this.#newestSeq = newestSeqOf(events) ?? this.#newestSeq
    if (missed === null) {
      this.#events = []
      this.#characters = 0
    }
    return { afterSeq, events, disconnections, isLast: isEnd && missed === null }
  }

  /** Puts back a batch that the relay did not take. @param missingAfter the newest message that the relay has */
  requeueBatch(batch: RelayBatch, missingAfter: number): void {
    this.#disconnections.unshift(...batch.disconnections)
    this.#events.unshift(...otherEventsOf(batch.events))
    this.#missingAfter = Math.min(this.#missingAfter ?? missingAfter, missingAfter)
  }

  /** Drops every message, so that the relay gets what is left whichever messages it has. */
  dropMessages(): void {
    this.#missingAfter = null
    this.#events = this.#events.filter(({ seq }) => seq === 0)
  }

  /** Drops everything. */
  clear(): void {
    this.#missingAfter = null
    this.#events = []
    this.#disconnections = []
  }

  /** Drops the messages that wait in memory, because storage has them. Of other events it keeps only the newest. */
  #dropWaitingMessages(): void {
    const first = this.#events.find(({ seq }) => seq > 0)
    if (first !== undefined) this.#missingAfter ??= first.seq - 1
    this.#newestSeq = newestSeqOf(this.#events) ?? this.#newestSeq
    this.#events = otherEventsOf(this.#events)
    this.#characters = 0
  }

  /** Returns the next page of messages that the relay missed; null where it missed none. */
  #takeMissed(isEnd: boolean): OutgoingEvent[] | null {
    const afterSeq = this.#missingAfter
    if (afterSeq === null) return null
    const page = this.#readPage(afterSeq, isEnd)
    const newestSeq = page.at(-1)?.seq ?? afterSeq
    this.#missingAfter = page.length === 0 ? null : newestSeq
    // Messages of this page that also wait in memory must not be sent twice.
    this.#events = this.#events.filter(({ seq }) => seq === 0 || seq > newestSeq)
    return page.length === 0 ? null : page
  }

  /** Reads as many messages after `afterSeq` as fit into one call. Reads none where the room is deleted already. */
  #readPage(afterSeq: number, isEnd: boolean): OutgoingEvent[] {
    const page: OutgoingEvent[] = []
    try {
      const range = { after: afterSeq, limit: WELCOME.missed, characters: CALL_CHARACTERS_MAX }
      for (const { message, json } of this.#store.readHistory(this.#roomId, range))
        page.push(toMessageEvent(message.seq, json))
    } catch (error) {
      if (!isEnd) throw error
      log('missed-messages-not-read', error)
    }
    return page
  }
}

/** Returns the `seq` of the newest message among events; undefined where there is no message. */
function newestSeqOf(events: readonly OutgoingEvent[]): number | undefined {
  return events.findLast(({ seq }) => seq > 0)?.seq
}

/** Returns the events that are no messages, as many as are kept. */
function otherEventsOf(events: readonly OutgoingEvent[]): OutgoingEvent[] {
  const updates = new Set(events.filter(({ isUpdate }) => isUpdate).slice(-UPDATES_KEPT))
  const others = new Set(
    events.filter(({ seq, isUpdate }) => seq === 0 && !isUpdate).slice(-OTHER_EVENTS_KEPT),
  )
  return events.filter((event) => updates.has(event) || others.has(event))
}
