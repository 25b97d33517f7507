import type {
  AccountId,
  AccountWithCodes,
  PasswordChange as PasswordChangeRequest,
  SessionId,
} from '../../protocol/account.ts'
import { ok, type Result } from '../../protocol/refusal.ts'
import { hashPassword } from '../secrets/password.ts'
import type { DeviceToken, SessionToken } from '../secrets/secret.ts'
import type { AccountStore } from './account-store.ts'
import type { KnownDevices } from './known-devices.ts'
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes.ts'
import type { SessionCheck } from './session-check.ts'
import type { SessionReports } from './session-reports.ts'
import type { Sessions } from './sessions.ts'

/** What stays good when the password changes: the session and the device that asked for it. */
interface KeptAccess {
  sessionId: SessionId | null
  knownDevice: DeviceToken | null
}

/** What a change of the password needs. */
interface PasswordChangeParts {
  accountId: AccountId
  store: AccountStore
  devices: KnownDevices
  sessions: Sessions
  check: SessionCheck
  reports: SessionReports
}

/** Changes the password and the recovery codes of an account. One for an account's object. */
export class PasswordChange {
  readonly #parts: PasswordChangeParts

  constructor(parts: PasswordChangeParts) {
    this.#parts = parts
  }

  /**
   * Sets another password. Every other session ends and its seats with it, every other device is forgotten, and new
   * recovery codes replace the old ones.
   */
  async changePassword(
    token: SessionToken,
    { password, newPassword }: PasswordChangeRequest,
    knownDevice: DeviceToken | null,
  ): Promise<Result<AccountWithCodes>> {
    const { accountId, store, check, reports } = this.#parts
    const confirmed = check.confirmPassword(token, password)
    if (!confirmed.ok) return confirmed
    const { profile, session } = confirmed.value
    const recoveryCodes = this.replacePassword(newPassword, { sessionId: session.sessionId, knownDevice })
    const account = { ...store.toPublicAccount(profile, accountId), recoveryCodes }
    await reports.reportEndedSessions()
    return ok(account)
  }

  /** Replaces all recovery codes. */
  renewRecoveryCodes(token: SessionToken, password: string): Result<{ recoveryCodes: string[] }> {
    const confirmed = this.#parts.check.confirmPassword(token, password)
    return confirmed.ok ? ok({ recoveryCodes: this.replaceRecoveryCodes() }) : confirmed
  }

  /**
   * Stores another password, and makes everything of before worthless except what is kept. The caller reports it to the rooms.
   * @returns the new recovery codes
   */
  replacePassword(password: string, kept: KeptAccess): string[] {
    const { store, sessions, devices } = this.#parts
    store.setPassword(hashPassword(password))
    sessions.revokeOtherSessions(kept.sessionId)
    devices.forgetOtherDevices(kept.knownDevice)
    return this.replaceRecoveryCodes()
  }

  /** Makes and stores new recovery codes. They can be shown this once, since only their hashes are stored. */
  replaceRecoveryCodes(): string[] {
    const codes = makeRecoveryCodes()
    this.#parts.store.replaceRecoveryCodes(codes.map(hashRecoveryCode))
    return codes
  }
}
