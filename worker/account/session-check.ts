import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { SessionToken } from '../secrets/secret.ts'
import type { AccountRateLimits, LimitedAction } from './account-rate-limits.ts'
import type { AccountStore, Profile, SessionRow } from './account-store.ts'
import type { CredentialCheck } from './credential-check.ts'
import type { Sessions } from './sessions.ts'

/** A session that was found good, the account it belongs to, and when it was checked (Unix milliseconds). */
export interface SignedIn {
  profile: Profile
  session: SessionRow
  now: number
}

/** What the check is made of. */
interface SessionCheckParts {
  store: AccountStore
  sessions: Sessions
  credentialCheck: CredentialCheck
  rateLimits: AccountRateLimits
}

/**
 * Checks who asks something of an account. Every check is synchronous, so that a caller who goes on without an `await`
 * acts on a session that is still there. One for an account's object.
 */
export class SessionCheck {
  readonly #parts: SessionCheckParts

  constructor(parts: SessionCheckParts) {
    this.#parts = parts
  }

  /** Returns the session of a token, or `not-signed-in`. */
  checkSession(token: SessionToken): Result<SignedIn> {
    const { store, sessions } = this.#parts
    const now = Date.now()
    const profile = store.readActiveProfile()
    const session = profile && sessions.findSession(token, now)
    return session ? ok({ profile, session, now }) : refused('not-signed-in')
  }

  /** Returns the session of a token whose owner gave the password once more. */
  confirmPassword(token: SessionToken, password: string): Result<SignedIn> {
    const signedIn = this.checkSession(token)
    if (!signedIn.ok) return signedIn
    const { profile, session, now } = signedIn.value
    const confirmed = this.#parts.credentialCheck.confirmPassword(profile, password, session.sessionId, now)
    return confirmed.ok ? signedIn : confirmed
  }

  /**
   * Returns the session of a token, and counts what it is about to do.
   * @param cost how much the action counts
   */
  checkAction(token: SessionToken, action: LimitedAction, cost = 1): Result<SignedIn> {
    const signedIn = this.checkSession(token)
    if (!signedIn.ok) return signedIn
    const counted = this.#parts.rateLimits.countAction(action, signedIn.value.now, cost)
    return counted.ok ? signedIn : counted
  }
}
