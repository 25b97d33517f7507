import type { Session, SessionId } from '../../protocol/account.ts'
import { SESSION_MS, SESSION_NOTED_EVERY, SESSIONS_MAX } from '../../protocol/account-limits.ts'
import { makeSessionId } from '../ids.ts'
import { hashSecret, makeSecret, type SessionToken } from '../secrets/secret.ts'
import type { AccountStore, SessionRow } from './account-store.ts'
import type { SeatIndex } from './seat-index.ts'

/** The sessions of an account. A session lives for 30 days from its last use. One for an account's object. */
export class Sessions {
  readonly #store: AccountStore
  readonly #seats: SeatIndex

  /** @param seats the rooms in which sessions have taken a seat: their end is reported to these rooms */
  constructor(store: AccountStore, seats: SeatIndex) {
    this.#store = store
    this.#seats = seats
  }

  /** Opens a session. @returns its token, of which only the hash is stored */
  openSession(device: string, now: number): SessionToken {
    const token = makeSecret<'session'>()
    this.#makeSpace(now)
    this.#store.addSession({
      sessionId: makeSessionId(),
      tokenHash: hashSecret(token),
      device,
      createdAt: now,
      seenAt: now,
    })
    return token
  }

  /** Returns the session of a token, or null. A session that is used lives on. */
  findSession(token: SessionToken, now: number): SessionRow | null {
    const row = this.#store.findSessionByHash(hashSecret(token))
    if (row === null || isExpired(row, now)) return null
    // Written once an hour at most, so that a busy page does not write at every request.
    if (now - row.seenAt >= SESSION_NOTED_EVERY) {
      this.#store.setLastUse(row.sessionId, now)
      row.seenAt = now
    }
    return row
  }

  /** Returns all sessions that have not expired, the one used last first. */
  listSessions(current: SessionRow, now: number): Session[] {
    const alive = this.#store.readSessions().filter((row) => !isExpired(row, now))
    return alive.map(({ sessionId, device, createdAt, seenAt }) => ({
      sessionId,
      current: sessionId === current.sessionId,
      device,
      createdAt,
      seenAt,
      expiresAt: seenAt + SESSION_MS,
    }))
  }

  /** Ends a session. @returns whether there was one */
  endSession(sessionId: SessionId): boolean {
    const isEnded = this.#store.deleteSession(sessionId)
    if (isEnded) this.#seats.endSession(sessionId)
    return isEnded
  }

  /** Ends every session except one. */
  endOtherSessions(sessionId: SessionId): void {
    for (const row of this.#store.readSessions())
      if (row.sessionId !== sessionId) this.endSession(row.sessionId)
  }

  /** The same after a change of the password: the seats of these sessions, and of sessions before them, are worthless. */
  revokeOtherSessions(sessionId: SessionId | null): void {
    this.#store.deleteOtherSessions(sessionId)
    this.#seats.revokeOtherSessions(sessionId)
  }

  /** Ends the sessions that have expired. */
  endExpiredSessions(now: number): void {
    for (const row of this.#store.readSessions()) if (isExpired(row, now)) this.endSession(row.sessionId)
  }

  /** Returns when the next session with a seat expires, Unix milliseconds; null where no session has one. */
  findNextExpiry(): number | null {
    const seen = this.#seats.findOldestUse()
    return seen === null ? null : seen + SESSION_MS
  }

  /** Ends the expired sessions, and those unused for longest where there are too many for one more. */
  #makeSpace(now: number): void {
    for (const [index, row] of this.#store.readSessions().entries()) {
      if (index >= SESSIONS_MAX - 1 || isExpired(row, now)) this.endSession(row.sessionId)
    }
  }
}

function isExpired(row: SessionRow, now: number): boolean {
  return now >= row.seenAt + SESSION_MS
}
