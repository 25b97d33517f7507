import type { TimerStore } from '../storage/timer-store.ts'

/** Timers read at once, so that memory holds no more of a room that slept past thousands. */
const READ_AT_ONCE = 500

/** Milliseconds between two alarms for timers: what is due within a second goes with one, since setting each is a row. */
const ALARM_EVERY_MS = 1_000

/** When the messages of a room disappear by themselves. Memory holds only when the next one does. */
export class Timers {
  readonly #store: TimerStore
  /** Unix milliseconds, infinity where none is left; null until storage was asked. */
  #nextDueAt: number | null = null

  constructor(store: TimerStore) {
    this.#store = store
  }

  /** When the next message is to be gone, Unix milliseconds; infinity where none is. */
  get nextDueAt(): number {
    this.#nextDueAt ??= this.#store.readNextDueAt() ?? Number.POSITIVE_INFINITY
    return this.#nextDueAt
  }

  /** When the alarm is to delete it at the latest: up to a second later. Whoever reads in between finds it gone all the same. */
  get alarmAt(): number {
    return Math.ceil(this.nextDueAt / ALARM_EVERY_MS) * ALARM_EVERY_MS
  }

  /** Stores when a message disappears. @param dueAt Unix milliseconds */
  addTimer(seq: number, dueAt: number): void {
    const { nextDueAt } = this
    this.#store.addTimer(seq, dueAt)
    this.#nextDueAt = Math.min(nextDueAt, dueAt)
  }

  /** Deletes the timer of a message. @param dueAt what it was stored with; null where the message has none */
  removeTimer(seq: number, dueAt: number | null): void {
    if (dueAt === null) return
    this.#store.removeTimer(seq, dueAt)
    if (dueAt === this.#nextDueAt) this.#nextDueAt = null
  }

  /** Deletes every message that is to be gone by now. @param deleteMessage deletes one, and its timer */
  deleteDue(now: number, deleteMessage: (seq: number) => void): void {
    while (this.nextDueAt <= now)
      for (const { seq, dueAt } of this.#store.readDue(now, READ_AT_ONCE)) {
        deleteMessage(seq)
        this.removeTimer(seq, dueAt)
      }
  }
}
