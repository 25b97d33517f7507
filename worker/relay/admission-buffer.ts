import { type Cursor, isAfter, type OutgoingEvent } from '../broadcast/event-queue.ts'

/**
 * What a relay heard since it last had an answer of the room: it may be news to those whom the next answer lets in. What it
 * heard before that call is in the answer, for the room had told it already.
 */
export class AdmissionBuffer {
  #events: OutgoingEvent[] = []
  readonly #disconnected = new Set<string>()

  /** The room told this. */
  addEvents(events: readonly OutgoingEvent[]): void {
    this.#events.push(...events)
  }

  /** The room sent somebody away. */
  addDisconnected(participantId: string): void {
    this.#disconnected.add(participantId)
  }

  /** Whether somebody was sent away, perhaps while the answer that lets the same one in was on its way. */
  isDisconnected(participantId: string): boolean {
    return this.#disconnected.has(participantId)
  }

  /** What of it somebody who is let in doesn't know yet. @param cursor where the room stood when it let that one in */
  listMissedEvents(participantId: string, cursor: Cursor): OutgoingEvent[] {
    return this.#events.filter(
      (event) => isAfter(cursor, event) && event.exceptParticipantId !== participantId,
    )
  }

  /** The room woke anew: the ticks of before are of no use. */
  dropTickedEvents(): void {
    this.#events = this.#events.filter(({ seq }) => seq > 0)
  }

  /** The room answered, and those it let in are in. */
  clear(): void {
    this.#events = []
    this.#disconnected.clear()
  }
}
