import { log } from '../log.ts'
import { ALARM_RETRY_MS } from '../storage/alarm-retry.ts'
import type { AccountStore } from './account-store.ts'
import { nextAlarm } from './alarm-schedule.ts'
import type { RoomIndex } from './room-index.ts'
import type { SeatIndex } from './seat-index.ts'
import type { Sessions } from './sessions.ts'

/** What the alarm's time is computed from, and where it is set. */
interface AccountAlarmParts {
  storage: DurableObjectStorage
  store: AccountStore
  index: RoomIndex
  seats: SeatIndex
  sessions: Sessions
}

/** The one alarm of an account's object: what wakes it for work that was begun and not finished. One for an object. */
export class AccountAlarm {
  readonly #parts: AccountAlarmParts
  /** What the alarm is set to, Unix milliseconds: undefined until this object has set it itself, null for none. */
  #alarmAt: number | null | undefined

  constructor(parts: AccountAlarmParts) {
    this.#parts = parts
  }

  /** Sets the alarm to what the indexes need. Leaves the alarm of an account that is being deleted. */
  scheduleAlarm(): void {
    const { store, index, seats, sessions } = this.#parts
    if (!store.readActiveProfile()) return
    const deadlines = {
      hasUnreported: seats.readUnreported().length > 0,
      nextExpiry: sessions.findNextExpiry(),
    }
    this.#setAlarm(nextAlarm(index.readEntries(), deadlines, Date.now()))
  }

  /** Sets the alarm to when a step that failed, or may fail, is tried again. */
  scheduleRetry(): void {
    this.#setAlarm(Date.now() + ALARM_RETRY_MS)
  }

  /** Notes that the platform has deleted the alarm, with everything else that was stored. */
  noteDeleted(): void {
    this.#alarmAt = null
  }

  /** Does what the alarm has fired for. Work that failed is tried again until it succeeds, because the platform tries for minutes only. */
  async runAlarm(work: () => Promise<void>): Promise<void> {
    this.#alarmAt = null
    try {
      await work()
    } catch (error) {
      log('account-alarm-failed', error)
      this.scheduleRetry()
    }
  }

  #setAlarm(at: number | null): void {
    if (at === this.#alarmAt) return
    this.#alarmAt = at
    if (at === null) void this.#parts.storage.deleteAlarm()
    else void this.#parts.storage.setAlarm(at)
  }
}
