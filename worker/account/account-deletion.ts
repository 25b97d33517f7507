import { ok, type Result, refused } from '../../protocol/refusal.ts'
import { log } from '../log.ts'
import type { SessionToken } from '../secrets/secret.ts'
import type { AccountAlarm } from './account-alarm.ts'
import type { AccountRooms } from './account-rooms.ts'
import type { AccountStore } from './account-store.ts'
import type { Mutex } from './mutex.ts'
import type { SessionCheck } from './session-check.ts'

/** What a deletion needs. */
interface AccountDeletionParts {
  storage: DurableObjectStorage
  store: AccountStore
  check: SessionCheck
  rooms: AccountRooms
  mutex: Mutex
  alarm: AccountAlarm
}

/** Deletes an account with all its rooms. One for an account's object. */
export class AccountDeletion {
  readonly #parts: AccountDeletionParts

  constructor(parts: AccountDeletionParts) {
    this.#parts = parts
  }

  /** Deletes the account, and answers once nothing of it or its rooms is left; `busy` where that takes longer. */
  async deleteAccount(token: SessionToken, password: string): Promise<Result<void>> {
    const { store, check, alarm } = this.#parts
    const confirmed = check.confirmPassword(token, password)
    if (!confirmed.ok) return confirmed
    store.setDeleting()
    alarm.scheduleRetry()
    await this.finishDeletion()
    return store.readProfile() ? refused({ code: 'busy', retryAfter: 1 }) : ok()
  }

  /** Deletes every room, and then everything that is stored, the alarm with it. The alarm repeats what fails. */
  async finishDeletion(): Promise<void> {
    const { storage, store, rooms, mutex, alarm } = this.#parts
    await mutex.runExclusive(async () => {
      if (!store.readProfile()?.deleting) return
      try {
        await rooms.deleteAllRooms()
        await storage.sync()
        await storage.deleteAll()
        alarm.noteDeleted()
      } catch (error) {
        log('account-deletion-failed', error)
        alarm.scheduleRetry()
      }
    })
  }
}
