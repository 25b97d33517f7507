import type { Door } from './door.ts'
import type { LifeStart } from './life-start.ts'
import type { RoomFiles } from './room-files.ts'
import type { RoomSettings } from './settings.ts'
import type { Timers } from './timers.ts'

/** What has something to do at a time, and where the alarm is set. */
interface RoomAlarmOptions {
  storage: Pick<DurableObjectStorage, 'setAlarm'>
  settings: RoomSettings
  door: Door
  lifeStart: LifeStart
  files: RoomFiles
  timers: Timers
}

/**
 * Sets the one alarm of a room to when the first of its parts has something to do. It is computed from what they know, so that
 * an alarm that comes twice does no harm.
 */
export class RoomAlarm {
  readonly #options: RoomAlarmOptions
  /** When the alarm was last set to, Unix milliseconds; null where the object woke since. */
  #alarmAt: number | null = null

  constructor(options: RoomAlarmOptions) {
    this.#options = options
  }

  /** Sets the alarm to when something is to be done next. Resolves once it is set. */
  scheduleAlarm(now: number): Promise<void> {
    const { storage, settings, files, timers } = this.#options
    this.#alarmAt = Math.min(
      settings.nextAlarmAfter(now),
      this.#nextWaitEnd(),
      files.nextForgottenAt,
      timers.alarmAt,
    )
    return storage.setAlarm(this.#alarmAt)
  }

  /**
   * Sets the alarm to an earlier time where somebody's wait is over before it comes, or a message is to be gone. Called after
   * every turn, and so without files: to know of theirs an object that has just woken reads them all.
   */
  scheduleEarlierAlarm(now: number): void {
    this.#scheduleUntil(Math.min(this.#nextWaitEnd(), this.#options.timers.alarmAt), now)
  }

  /** Sets the alarm to an earlier time where a file is to be forgotten before it comes. Called when one is announced. */
  scheduleFileEnd(now: number): void {
    this.#scheduleUntil(this.#options.files.nextForgottenAt, now)
  }

  /** Sets the alarm anew unless it comes by `at`, Unix milliseconds; infinity for never. */
  #scheduleUntil(at: number, now: number): void {
    if (at === Number.POSITIVE_INFINITY) return
    const isInTime = this.#alarmAt !== null && this.#alarmAt > now && this.#alarmAt <= at
    if (!isInTime) void this.scheduleAlarm(now)
  }

  /**
   * @returns when somebody at the door is forgotten, since a host's list would show them for as long as nothing else happens,
   *   or the life of a room begins that waits for a second participant; infinity where neither is in sight
   */
  #nextWaitEnd(): number {
    const { door, lifeStart } = this.#options
    const never = Number.POSITIVE_INFINITY
    return Math.min(door.nextForgottenAt ?? never, lifeStart.dueAt ?? never)
  }
}
