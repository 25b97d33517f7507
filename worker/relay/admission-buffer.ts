import type { ParticipantId } from '../../protocol/participant.ts'
import { type Cursor, isAfter, isFor, type OutgoingEvent } from '../broadcast/event-queue.ts'

/**
 * What the room has sent a relay since its last answer to the relay. It may be new to those whom the next answer admits. What
 * came before that call is in their welcomes, because the room had broadcast it by then.
 */
export class AdmissionBuffer {
  #events: OutgoingEvent[] = []
  readonly #disconnected = new Set<ParticipantId>()

  /** Adds events that the room sent. */
  addEvents(events: readonly OutgoingEvent[]): void {
    this.#events.push(...events)
  }

  /** Adds somebody whom the room has disconnected. */
  addDisconnected(participantId: ParticipantId): void {
    this.#disconnected.add(participantId)
  }

  /** Whether the room has disconnected somebody, perhaps while the answer that admits the same participant was on its way. */
  isDisconnected(participantId: ParticipantId): boolean {
    return this.#disconnected.has(participantId)
  }

  /** Returns the events that are new to an admitted participant. @param cursor the newest events that its welcome contains */
  listMissedEvents(participantId: ParticipantId, cursor: Cursor): OutgoingEvent[] {
    return this.#events.filter((event) => isAfter(cursor, event) && isFor(event, participantId))
  }

  /** Removes the events that are no messages: the room woke, and their ticks mean nothing any more. */
  dropTickedEvents(): void {
    this.#events = this.#events.filter(({ seq }) => seq > 0)
  }

  /** Removes everything: the room has answered, and whoever it admitted has a socket. */
  clear(): void {
    this.#events = []
    this.#disconnected.clear()
  }
}
