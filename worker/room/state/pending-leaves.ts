import { LEAVE_ANNOUNCED_AFTER } from '../../../protocol/limits.ts'
import type { RoomParticipant } from './participant.ts'

const NOBODY: readonly RoomParticipant[] = []

/** Those whose last connection has closed, and of whom the others don't know yet: they may be back in a moment. */
export class PendingLeaves {
  readonly #present: ReadonlySet<RoomParticipant>
  readonly #onLeaveDue: () => void
  /** The longest first, and since when; Unix milliseconds. */
  readonly #since = new Map<RoomParticipant, number>()
  #timer: ReturnType<typeof setTimeout> | null = null

  /**
   * @param present who is present, with those about to leave
   * @param onLeaveDue is called once a leave is to be announced
   */
  constructor(present: ReadonlySet<RoomParticipant>, onLeaveDue: () => void) {
    this.#present = present
    this.#onLeaveDue = onLeaveDue
  }

  /** Whether a participant is about to leave. */
  isPending(participant: RoomParticipant): boolean {
    return this.#since.has(participant)
  }

  /** Notes that a participant's last connection has closed. */
  startLeave(participant: RoomParticipant, now: number): void {
    this.#since.set(participant, now)
  }

  /** Forgets a leave: the participant is back, or the leave was announced. @returns whether there was one */
  cancelLeave(participant: RoomParticipant): boolean {
    return this.#since.delete(participant)
  }

  /** @returns those whose leave is to be announced by now */
  findDue(now: number): readonly RoomParticipant[] {
    if (this.#since.size === 0) return NOBODY
    const due: RoomParticipant[] = []
    for (const [participant, at] of this.#since) {
      if (!isLeaveDue(at, now)) break
      due.push(participant)
    }
    return due
  }

  /**
   * Comes back when the next leave is due, where anybody is present who can learn of it. An object does not sleep while a
   * timer waits; one that stops with it loses its sockets, too, and everybody who comes back receives who is present.
   */
  scheduleNext(now: number): void {
    const [first] = this.#since.values()
    if (this.#timer !== null || first === undefined || this.#since.size === this.#present.size) return
    const wait = Math.min(LEAVE_ANNOUNCED_AFTER, Math.max(1, first + LEAVE_ANNOUNCED_AFTER - now))
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#onLeaveDue()
      this.scheduleNext(Date.now())
    }, wait)
  }

  /** Stops the timer: the room is over. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  /** Forgets all of them. */
  clear(): void {
    this.#since.clear()
  }
}

/** Whether a leave of some time ago is announced now. A clock that was set back holds none up. */
function isLeaveDue(at: number, now: number): boolean {
  return Math.abs(now - at) >= LEAVE_ANNOUNCED_AFTER
}
