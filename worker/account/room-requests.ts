import { ACCOUNT_ASK_LEAST } from '../../protocol/account-limits.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { RoomId } from '../../protocol/room.ts'
import type { AccountRoom, Schedule, SchedulePatch } from '../../protocol/schedule.ts'
import type { SessionToken } from '../secrets/secret.ts'
import type { AccountRateLimits } from './account-rate-limits.ts'
import type { AccountRooms } from './account-rooms.ts'
import type { AccountStore } from './account-store.ts'
import type { Mutex } from './mutex.ts'
import type { RoomIndex } from './room-index.ts'
import type { SessionCheck, SignedIn } from './session-check.ts'
import type { SessionReports } from './session-reports.ts'

/** What requests about rooms need. */
interface RoomRequestsParts {
  store: AccountStore
  check: SessionCheck
  rateLimits: AccountRateLimits
  rooms: AccountRooms
  index: RoomIndex
  reports: SessionReports
  mutex: Mutex
}

/**
 * Answers requests about an account's rooms. They change rooms one at a time, because each waits for other objects in
 * between. One for an account's object.
 */
export class RoomRequests {
  readonly #parts: RoomRequestsParts

  constructor(parts: RoomRequestsParts) {
    this.#parts = parts
  }

  /** Returns the rooms, newest first. */
  async listRooms(token: SessionToken): Promise<Result<AccountRoom[]>> {
    const { store, check, rateLimits, rooms, index, reports } = this.#parts
    const signedIn = check.checkSession(token)
    if (!signedIn.ok) return signedIn
    const cost = Math.max(ACCOUNT_ASK_LEAST, index.readEntries().length)
    const counted = rateLimits.countAction('asks', signedIn.value.now, cost)
    if (!counted.ok) return counted
    if (reports.hasUnreported()) await reports.reportEndedSessions()
    if (rooms.hasUnfinished()) await this.reconcileRooms()
    return store.readActiveProfile() ? ok(await rooms.listRooms()) : refused('not-signed-in')
  }

  /** Counts a transcript, or the export of everything, that is about to be read. */
  countRead(token: SessionToken, action: 'asks' | 'exports'): Result<void> {
    const signedIn = this.#parts.check.checkAction(token, action, action === 'asks' ? ACCOUNT_ASK_LEAST : 1)
    return signedIn.ok ? ok() : signedIn
  }

  /** Makes a room. The Worker's rate limit of an address has counted it. */
  createRoom(token: SessionToken, plan: Schedule): Promise<Result<AccountRoom>> {
    const { check, rooms } = this.#parts
    return this.#changeRooms(check.checkSession(token), () => rooms.createRoom(plan, Date.now()))
  }

  /** Changes a room. */
  changeRoom(token: SessionToken, roomId: RoomId, patch: SchedulePatch): Promise<Result<AccountRoom>> {
    const { check, rooms } = this.#parts
    return this.#changeRooms(check.checkAction(token, 'changes'), ({ session }) =>
      rooms.changeRoom(roomId, patch, session.sessionId),
    )
  }

  /** Closes an open room now. */
  closeRoom(token: SessionToken, roomId: RoomId): Promise<Result<AccountRoom>> {
    const { check, rooms } = this.#parts
    return this.#changeRooms(check.checkAction(token, 'changes'), () => rooms.closeRoom(roomId))
  }

  /** Deletes a room. */
  deleteRoom(token: SessionToken, roomId: RoomId): Promise<Result<void>> {
    const { check, rooms } = this.#parts
    return this.#changeRooms(check.checkAction(token, 'changes'), () => rooms.deleteRoom(roomId))
  }

  /** Finishes what was begun with rooms, and asks after those that should be gone. Does nothing without an account. */
  async reconcileRooms(): Promise<void> {
    const { store, rooms, mutex } = this.#parts
    await mutex.runExclusive(async () => {
      if (store.readActiveProfile()) await rooms.reconcileRooms(Date.now())
    })
  }

  /** Runs a step when no other is running, and where the account is still there by then. */
  async #changeRooms<T>(
    signedIn: Result<SignedIn>,
    step: (by: SignedIn) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const { store, mutex } = this.#parts
    if (!signedIn.ok) return signedIn
    return mutex.runExclusive(async () =>
      store.readActiveProfile() ? step(signedIn.value) : refused('not-signed-in'),
    )
  }
}
