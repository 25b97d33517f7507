import type { Cursor, OutgoingEvent } from '../broadcast/event-queue.ts'
import type { RoomToRelay } from '../relay-protocol/calls.ts'

/** How much of what the room broadcasts has been delivered to everybody at a relay. */
export class DeliveryPosition {
  #seq = 0
  /** The newest event that is no message. Its number means something only for one waking of the room. */
  #tick = 0
  #wakeId = ''

  /** The newest message that all sockets here have. */
  get seq(): number {
    return this.#seq
  }

  /** The newest message and the newest other event that all sockets here have. */
  get cursor(): Cursor {
    return { seq: this.#seq, tick: this.#tick }
  }

  /** Moves the position to a message, unless it is there already or further. */
  raiseSeq(seq: number): void {
    this.#seq = Math.max(this.#seq, seq)
  }

  /** Notes which waking of the room is calling. Returns whether it is another than before: then ticks start again. */
  recordWake(wakeId: string): boolean {
    if (this.#wakeId === wakeId) return false
    this.#wakeId = wakeId
    this.#tick = 0
    return true
  }

  /** Returns the events of a batch that were not delivered here yet, and counts the whole batch as delivered. */
  takeNewEvents({ afterSeq, events }: RoomToRelay): OutgoingEvent[] {
    const isNew = ({ seq, tick }: OutgoingEvent) => (seq > 0 ? seq > this.#seq : tick > this.#tick)
    const fresh = events.filter(isNew)
    this.raiseSeq(Math.max(afterSeq, fresh.findLast(({ seq }) => seq > 0)?.seq ?? 0))
    this.#tick = Math.max(this.#tick, fresh.findLast(({ seq }) => seq === 0)?.tick ?? 0)
    return fresh
  }
}
