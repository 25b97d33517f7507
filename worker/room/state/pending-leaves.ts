import { LEAVE_ANNOUNCED_AFTER } from '../../../protocol/limits.ts'
import type { RoomParticipant } from './participant.ts'

const NOBODY: readonly RoomParticipant[] = []

/** Participants whose last connection has closed, while the others don't know it yet: they may be back in a moment. */
export class PendingLeaves {
  readonly #present: ReadonlySet<RoomParticipant>
  readonly #onLeaveDue: () => void
  /** Since when each of them has no connection, Unix milliseconds. The earliest is first. */
  readonly #since = new Map<RoomParticipant, number>()
  #timer: ReturnType<typeof setTimeout> | null = null

  /**
   * @param present who is present, including those about to leave
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

  /** Records that a participant's last connection has closed. */
  startLeave(participant: RoomParticipant, now: number): void {
    this.#since.set(participant, now)
  }

  /** Cancels a leave, because the participant is back or the leave is announced. @returns whether there was one */
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
   * Sets a timer for the next leave, where anybody is present who can learn of it. A pending timer keeps the object awake.
   * Should the object stop all the same, it loses its sockets, too, and everybody who connects again receives the list of
   * those present.
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

  /** Stops the timer: the room has closed or ended. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  /** Cancels all leaves. */
  clear(): void {
    this.#since.clear()
  }
}

/** Whether a leave is due for its announcement. Where the clock was set back, it is. */
function isLeaveDue(at: number, now: number): boolean {
  return Math.abs(now - at) >= LEAVE_ANNOUNCED_AFTER
}
