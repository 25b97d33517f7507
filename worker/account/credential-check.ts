import type { SessionId } from '../../protocol/account.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import { dummyHash, hashPassword, needsRehash } from '../secrets/password.ts'
import { PasswordQueue } from '../secrets/password-queue.ts'
import type { DeviceToken, DeviceTokenHash } from '../secrets/secret.ts'
import { checkTries, recentTries, type WrongTry } from '../secrets/wrong-tries.ts'
import type { AccountStore, Profile } from './account-store.ts'
import type { KnownDevices } from './known-devices.ts'
import { hashRecoveryCode } from './recovery-codes.ts'

/** Who tries to open an account from outside. */
export interface Caller {
  /** The keyed hash of the address (`worker/http/client-address.ts`). */
  source: string
  /** The token of a device that this account may know; null where the request brings none. */
  knownDevice: DeviceToken | null
}

/**
 * Wrong recovery codes that are remembered, in memory. A code has 80 bits, which nobody guesses however often they try: so
 * each address is slowed down, and all addresses together are not.
 */
const CODE_TRIES_MAX = 1_000

/**
 * Checks what opens an account: the password and the recovery codes. Where there is no account, every check takes the same
 * way except that nothing is written: the wrong tries are remembered in memory. One for an account's object.
 */
export class CredentialCheck {
  readonly #store: AccountStore
  readonly #devices: KnownDevices
  readonly #isLimited: boolean
  readonly #queue = new PasswordQueue()
  #unwrittenTries: WrongTry[] = []
  #codeTries: WrongTry[] = []

  /** @param isLimited false for load tests: then wrong tries are not counted */
  constructor(store: AccountStore, devices: KnownDevices, isLimited: boolean) {
    this.#store = store
    this.#devices = devices
    this.#isLimited = isLimited
  }

  /** Returns `too-many-attempts` where this caller may not try a password now. */
  checkTries(profile: Profile | null, caller: Caller, now: number): Result<void> {
    const device = this.#findKnownDevice(profile, caller, now)
    if (device !== null) return this.#limitOwnTries(this.#store.readTries('device'), device, now)
    const tries = profile ? this.#store.readTries('sign-in') : this.#unwrittenTries
    return this.#isLimited ? checkTries(tries, caller.source, now) : ok()
  }

  /**
   * Runs `check`, which verifies a password, when no other one runs. A device that the account knows goes before strangers,
   * so that many guessers do not keep the owner out.
   * @returns what `check` returns; `busy` where too many strangers wait already
   */
  queueCheck<T>(profile: Profile | null, caller: Caller, check: () => Result<T>): Promise<Result<T>> {
    const isKnown = this.#findKnownDevice(profile, caller, Date.now()) !== null
    return this.#queue.runExclusive(check, isKnown)
  }

  /**
   * Checks the password of somebody who signs in. A hash that was made with other parameters than today's is replaced.
   * @returns the profile that the password opens
   */
  checkPassword(profile: Profile | null, password: string, caller: Caller, now: number): Result<Profile> {
    const mayTry = this.checkTries(profile, caller, now)
    if (!mayTry.ok) return mayTry
    if (this.#isPasswordRight(profile, password) && profile !== null) return ok(profile)
    const device = this.#findKnownDevice(profile, caller, now)
    if (device !== null) this.#store.addTry('device', { at: now, source: device })
    else if (profile) this.#store.addTry('sign-in', { at: now, source: caller.source })
    else
      this.#unwrittenTries = [...recentTries(this.#unwrittenTries, now), { at: now, source: caller.source }]
    return refused('wrong-credentials')
  }

  /** Checks the password that somebody who is signed in types again. Wrong tries are counted by the session. */
  confirmPassword(profile: Profile, password: string, sessionId: SessionId, now: number): Result<void> {
    const mayTry = this.#limitOwnTries(this.#store.readTries('account'), sessionId, now)
    if (!mayTry.ok) return mayTry
    if (this.#isPasswordRight(profile, password)) return ok()
    this.#store.addTry('account', { at: now, source: sessionId })
    return refused('wrong-password')
  }

  /** Checks a recovery code, and uses it up. @returns the profile that the code opens */
  useRecoveryCode(profile: Profile | null, code: string, { source }: Caller, now: number): Result<Profile> {
    const mayTry = this.#limitOwnTries(this.#codeTries, source, now)
    if (!mayTry.ok) return mayTry
    if (profile !== null && this.#store.useRecoveryCode(hashRecoveryCode(code))) return ok(profile)
    this.#codeTries = [...recentTries(this.#codeTries, now), { at: now, source }].slice(-CODE_TRIES_MAX)
    return refused('wrong-credentials')
  }

  /** Limits one source, where all sources together have no limit. */
  #limitOwnTries(tries: readonly WrongTry[], source: string, now: number): Result<void> {
    return this.#isLimited ? checkTries(tries, source, now, false) : ok()
  }

  /** Verifies a password, against a hash that no password matches where there is no account: that takes as long. */
  #isPasswordRight(profile: Profile | null, password: string): boolean {
    const stored = profile?.passwordHash ?? dummyHash()
    if (!this.#queue.verify(password, stored) || profile === null) return false
    if (needsRehash(stored)) this.#store.setPassword(hashPassword(password))
    return true
  }

  /** Returns the hash of the caller's device where the account knows it. */
  #findKnownDevice(profile: Profile | null, { knownDevice }: Caller, now: number): DeviceTokenHash | null {
    return profile === null ? null : this.#devices.findDevice(knownDevice, now)
  }
}
