import type {
  AccountId,
  AccountWithCodes,
  Credentials,
  Account as PublicAccount,
  Recovery,
  SignUp,
} from '../../protocol/account.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import { hashPassword } from '../secrets/password.ts'
import type { DeviceToken, SessionToken } from '../secrets/secret.ts'
import type { AccountDeletion } from './account-deletion.ts'
import type { AccountStore, Profile } from './account-store.ts'
import type { Caller, CredentialCheck } from './credential-check.ts'
import type { KnownDevices } from './known-devices.ts'
import type { PasswordChange } from './password-change.ts'
import type { SessionReports } from './session-reports.ts'
import type { Sessions } from './sessions.ts'

/** The account that somebody has signed in to, and the tokens of the session and the device. Only their hashes are stored. */
export interface SignInResult<A = PublicAccount> {
  account: A
  sessionToken: SessionToken
  deviceToken: DeviceToken
}

/** What signing in needs. */
interface SignInParts {
  accountId: AccountId
  store: AccountStore
  devices: KnownDevices
  credentialCheck: CredentialCheck
  sessions: Sessions
  passwordChange: PasswordChange
  reports: SessionReports
  deletion: AccountDeletion
}

/** Signs up, signs in, and recovers an account whose password is lost. One for an account's object. */
export class SignIn {
  readonly #parts: SignInParts

  constructor(parts: SignInParts) {
    this.#parts = parts
  }

  /** Makes the account, and signs in. @param deviceName what the session is called in the list of sessions */
  async signUp(request: SignUp, deviceName: string): Promise<Result<SignInResult<AccountWithCodes>>> {
    const { store, deletion, passwordChange } = this.#parts
    if (store.readProfile()?.deleting) await deletion.finishDeletion()
    const existing = store.readProfile()
    if (existing)
      return refused(existing.deleting ? { code: 'busy', retryAfter: 1 } : { code: 'email-taken' })
    const now = Date.now()
    const profile: Profile = {
      email: request.email,
      authProvider: 'password',
      passwordHash: hashPassword(request.password),
      createdAt: now,
      deleting: false,
    }
    store.createAccount(profile)
    const recoveryCodes = passwordChange.replaceRecoveryCodes()
    const { account, ...tokens } = this.#openSession(profile, deviceName, null, now)
    return ok({ account: { ...account, recoveryCodes }, ...tokens })
  }

  /** Signs in. For an account that does not exist the refusal takes as long, and nothing is stored. */
  async signIn({ password }: Credentials, deviceName: string, caller: Caller): Promise<Result<SignInResult>> {
    const { store, credentialCheck, reports } = this.#parts
    const profile = store.readActiveProfile()
    const mayTry = credentialCheck.checkTries(profile, caller, Date.now())
    if (!mayTry.ok) return mayTry
    const signedIn = await credentialCheck.queueCheck(profile, caller, (): Result<SignInResult> => {
      // The account may be another one, or none, after the wait.
      const now = Date.now()
      const checked = credentialCheck.checkPassword(store.readActiveProfile(), password, caller, now)
      if (!checked.ok) return checked
      return ok(this.#openSession(checked.value, deviceName, caller.knownDevice, now))
    })
    // One session more may have ended the one that was unused for longest.
    if (signedIn.ok) await reports.reportEndedSessions()
    return signedIn
  }

  /**
   * Sets another password by a recovery code, and signs in. Every other session ends and its seats with it, every device
   * is forgotten, and new recovery codes replace the old ones.
   */
  async recoverAccount(
    { code, newPassword }: Recovery,
    deviceName: string,
    caller: Caller,
  ): Promise<Result<SignInResult<AccountWithCodes>>> {
    const { store, credentialCheck, passwordChange, reports } = this.#parts
    const now = Date.now()
    const checked = credentialCheck.useRecoveryCode(store.readActiveProfile(), code, caller, now)
    if (!checked.ok) return checked
    const recoveryCodes = passwordChange.replacePassword(newPassword, { sessionId: null, knownDevice: null })
    const { account, ...tokens } = this.#openSession(checked.value, deviceName, null, now)
    await reports.reportEndedSessions()
    return ok({ account: { ...account, recoveryCodes }, ...tokens })
  }

  /** Begins a session on a device, which the account knows from now on. */
  #openSession(
    profile: Profile,
    deviceName: string,
    knownDevice: DeviceToken | null,
    now: number,
  ): SignInResult {
    const { accountId, store, sessions, devices } = this.#parts
    return {
      account: store.toPublicAccount(profile, accountId),
      sessionToken: sessions.openSession(deviceName, now),
      deviceToken: devices.recordDevice(knownDevice, now),
    }
  }
}
