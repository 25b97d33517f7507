import { type Cursor, isAfter, type OutgoingEvent } from '../broadcast/event-queue.ts'

/**
 * What a relay heard since it last had an answer of the room: it may be news to those whom the next answer lets in. What it
 * heard before that call is in the answer, for the room had told it already.
 */
export class Meanwhile {
  #told: OutgoingEvent[] = []
  readonly #dropped = new Set<string>()

  /** The room told this. */
  hear(events: readonly OutgoingEvent[]): void {
    this.#told.push(...events)
  }

  /** The room sent somebody away. */
  drop(participantId: string): void {
    this.#dropped.add(participantId)
  }

  /** Whether somebody was sent away, perhaps while the answer that lets the same one in was on its way. */
  hasDropped(participantId: string): boolean {
    return this.#dropped.has(participantId)
  }

  /** What of it somebody who is let in doesn't know yet. @param mark where the room stood when it let that one in */
  newsFor(participantId: string, mark: Cursor): OutgoingEvent[] {
    return this.#told.filter((told) => isAfter(mark, told) && told.except !== participantId)
  }

  /** The room woke anew: the ticks of before are of no use. */
  forgetTicks(): void {
    this.#told = this.#told.filter(({ seq }) => seq > 0)
  }

  /** The room answered, and those it let in are in. */
  end(): void {
    this.#told = []
    this.#dropped.clear()
  }
}
