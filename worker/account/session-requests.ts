import type { AccountId, Account as PublicAccount, Session, SessionId } from '../../protocol/account.ts'
import { ACCOUNT_ASK_LEAST } from '../../protocol/account-limits.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { RoomId } from '../../protocol/room.ts'
import type { SessionToken } from '../secrets/secret.ts'
import type { AccountAlarm } from './account-alarm.ts'
import type { AccountStore } from './account-store.ts'
import type { RoomIndex } from './room-index.ts'
import type { SeatIndex } from './seat-index.ts'
import type { SessionCheck, SignedIn } from './session-check.ts'
import type { SessionReports } from './session-reports.ts'
import type { Sessions } from './sessions.ts'

/** The account and the session that a token belongs to. */
export interface Identity {
  accountId: AccountId
  sessionId: SessionId
}

/** What requests about sessions need. */
interface SessionRequestsParts {
  accountId: AccountId
  store: AccountStore
  sessions: Sessions
  check: SessionCheck
  reports: SessionReports
  index: RoomIndex
  seats: SeatIndex
  alarm: AccountAlarm
}

/** Answers requests about an account's sessions: who one belongs to, which there are, and that some end. One for an account's object. */
export class SessionRequests {
  readonly #parts: SessionRequestsParts

  constructor(parts: SessionRequestsParts) {
    this.#parts = parts
  }

  /** Returns the account of a session. */
  getAccount(token: SessionToken): Result<PublicAccount> {
    const { check, store, accountId } = this.#parts
    const signedIn = check.checkSession(token)
    return signedIn.ok ? ok(store.toPublicAccount(signedIn.value.profile, accountId)) : signedIn
  }

  /**
   * Returns the account and the session of a token, for a request to a room.
   * @param entering the room whose seat may be taken with that session: the account notes it before it is taken
   */
  identifySession(token: SessionToken, entering?: RoomId): Result<Identity> {
    const { check, index, seats, alarm, accountId } = this.#parts
    const signedIn = check.checkSession(token)
    if (!signedIn.ok) return signedIn
    const { sessionId } = signedIn.value.session
    const isOwnRoom = entering !== undefined && index.findEntry(entering) !== null
    if (isOwnRoom && seats.beginSeat(sessionId, entering)) alarm.scheduleAlarm()
    return ok({ accountId, sessionId })
  }

  /** Returns every session that has not ended. */
  listSessions(token: SessionToken): Result<Session[]> {
    const { check, sessions } = this.#parts
    const signedIn = check.checkAction(token, 'asks', ACCOUNT_ASK_LEAST)
    if (!signedIn.ok) return signedIn
    return ok(sessions.listSessions(signedIn.value.session, signedIn.value.now))
  }

  /** Ends the session that asks. It can do so once, and needs no rate limit. */
  signOut(token: SessionToken): Promise<Result<void>> {
    return this.#endSessions(this.#parts.check.checkSession(token), ({ session }) =>
      this.#parts.sessions.endSession(session.sessionId),
    )
  }

  /** Ends one session. */
  endSession(token: SessionToken, sessionId: SessionId): Promise<Result<void>> {
    return this.#endSessions(this.#parts.check.checkAction(token, 'changes'), () =>
      this.#parts.sessions.endSession(sessionId),
    )
  }

  /** Ends every session except the one that asks. */
  endOtherSessions(token: SessionToken): Promise<Result<void>> {
    return this.#endSessions(this.#parts.check.checkAction(token, 'changes'), ({ session }) => {
      this.#parts.sessions.endOtherSessions(session.sessionId)
      return true
    })
  }

  /** Ends the sessions that nobody has used for so long that they have expired. */
  async endExpiredSessions(now: number): Promise<void> {
    this.#parts.sessions.endExpiredSessions(now)
    await this.#parts.reports.reportEndedSessions()
  }

  /** Ends sessions, and answers once their rooms know. @param end returns whether there was one to end */
  async #endSessions(
    signedIn: Result<SignedIn>,
    end: (signedIn: SignedIn) => boolean,
  ): Promise<Result<void>> {
    if (!signedIn.ok) return signedIn
    if (!end(signedIn.value)) return refused('session-not-found')
    await this.#parts.reports.reportEndedSessions()
    return ok()
  }
}
