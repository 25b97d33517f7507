import type { Refusal } from '../../protocol/refusal.ts'
import { dummyHash, hashPassword, needsRehash } from '../secrets/password.ts'
import { PasswordQueue } from '../secrets/password-queue.ts'
import { checkTries, recentTries, type WrongTry } from '../secrets/wrong-tries.ts'
import type { AccountStore, Profile, TryScope } from './account-store.ts'
import type { KnownDevices } from './known-devices.ts'
import { hashRecoveryCode } from './recovery-codes.ts'

/** Who tries to open an account from outside. */
export interface Caller {
  /** The keyed hash of the address (`worker/http/client-address.ts`). */
  source: string
  /** The secret of a device that this account may know; null where the caller brings none. */
  knownDevice: string | null
}

/**
 * Wrong recovery codes that are remembered, in memory: 80 bits are not guessed however often somebody tries, so that one
 * address is slowed down and all together are not.
 */
const CODE_TRIES_MAX = 1_000

/**
 * Checks what opens an account: the password and the recovery codes. Where there is no account, all goes the same way
 * except that nothing is written: wrong tries are remembered for as long as the object is awake. One for an account's
 * object.
 */
export class CredentialCheck {
  readonly #store: AccountStore
  readonly #devices: KnownDevices
  readonly #limited: boolean
  readonly #queue = new PasswordQueue()
  #unwrittenTries: WrongTry[] = []
  #codeTries: WrongTry[] = []

  /** @param limited false for load tests: then wrong ones are not counted */
  constructor(store: AccountStore, devices: KnownDevices, limited: boolean) {
    this.#store = store
    this.#devices = devices
    this.#limited = limited
  }

  /** Whether this caller may give a password; why not where they may not. */
  checkTries(profile: Profile | null, caller: Caller, now: number): Refusal | null {
    if (!this.#limited) return null
    const known = this.#knownDeviceHash(profile, caller, now)
    if (known !== null) return checkTries(this.#store.readTries('device'), known, now, false)
    return checkTries(profile ? this.#store.readTries('sign-in') : this.#unwrittenTries, caller.source, now)
  }

  /**
   * Does `work`, which asks for the password, when no other does. A device that the account knows goes before strangers: a
   * crowd of guessers doesn't keep its owner out. Null where too many strangers wait already.
   */
  queueCheck<T>(profile: Profile | null, caller: Caller, work: () => T): Promise<{ done: T } | null> {
    return this.#queue.run(work, this.#knownDeviceHash(profile, caller, Date.now()) !== null)
  }

  /** Whether this is the password, of somebody who signs in. A hash made with other than today's parameters is made anew. */
  checkPassword(profile: Profile | null, password: string, caller: Caller, now: number): Refusal | null {
    const tooMany = this.checkTries(profile, caller, now)
    if (tooMany) return tooMany
    if (this.#isPasswordRight(profile, password)) return null
    const known = this.#knownDeviceHash(profile, caller, now)
    if (known !== null) this.#store.addTry('device', { at: now, source: known })
    else if (profile) this.#store.addTry('sign-in', { at: now, source: caller.source })
    else
      this.#unwrittenTries = [...recentTries(this.#unwrittenTries, now), { at: now, source: caller.source }]
    return { code: 'wrong-credentials' }
  }

  /** The same of somebody who is signed in, and asked once more. Wrong ones are counted by the session. */
  confirmPassword(profile: Profile, password: string, sessionId: string, now: number): Refusal | null {
    const tries: TryScope = 'account'
    const tooMany = this.#limited ? checkTries(this.#store.readTries(tries), sessionId, now, false) : null
    if (tooMany) return tooMany
    if (this.#isPasswordRight(profile, password)) return null
    this.#store.addTry(tries, { at: now, source: sessionId })
    return { code: 'wrong-password' }
  }

  /** Whether this is a recovery code that was not used yet; now it is. */
  useRecoveryCode(profile: Profile | null, code: string, { source }: Caller, now: number): Refusal | null {
    const tooMany = this.#limited ? checkTries(this.#codeTries, source, now, false) : null
    if (tooMany) return tooMany
    if (profile !== null && this.#store.useRecoveryCode(hashRecoveryCode(code))) return null
    this.#codeTries = [...recentTries(this.#codeTries, now), { at: now, source }].slice(-CODE_TRIES_MAX)
    return { code: 'wrong-credentials' }
  }

  #isPasswordRight(profile: Profile | null, password: string): boolean {
    const stored = profile?.password ?? dummyHash()
    if (!this.#queue.verify(password, stored) || profile === null) return false
    if (needsRehash(stored)) this.#store.setPassword(hashPassword(password))
    return true
  }

  #knownDeviceHash(profile: Profile | null, { knownDevice }: Caller, now: number): string | null {
    return profile === null ? null : this.#devices.findDevice(knownDevice, now)
  }
}
