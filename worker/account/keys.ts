import { ACCOUNT_TRIES } from '../../protocol/limits.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import { mayTry } from '../room/admission.ts'
import { dummyHash, hashPassword, needsRehash, verifyPassword } from '../secrets/password.ts'
import { hashCode } from './recovery.ts'
import type { AccountStore, Profile, TriedAt } from './store.ts'

/**
 * Checks what opens an account: the password and the recovery codes. Where there is no account, all goes the same way
 * but that nothing is written: wrong tries are remembered for as long as the object is awake. scrypt is synchronous,
 * so there is never more than one hash at a time. One for an account's object.
 */
export class Keys {
  readonly #store: AccountStore
  readonly #limited: boolean
  readonly #unwritten: Record<TriedAt, number[]> = { 'sign-in': [], recovery: [], account: [] }

  /** @param limited false for load tests: then wrong ones are not counted */
  constructor(store: AccountStore, limited: boolean) {
    this.#store = store
    this.#limited = limited
  }

  /** Whether this is the password. A hash that was made with other than today's parameters is made anew. */
  askPassword(
    profile: Profile | null,
    password: string,
    door: 'sign-in' | 'account',
    now: number,
  ): Refusal | null {
    const tooMany = this.#mayTry(profile, door, now)
    if (tooMany) return tooMany
    const stored = profile?.password ?? dummyHash()
    const isRight = verifyPassword(password, stored) && profile !== null
    if (!isRight) {
      this.#noteWrong(profile, door, now)
      return { code: door === 'account' ? 'wrong-password' : 'wrong-credentials' }
    }
    if (needsRehash(stored)) this.#store.setPassword(hashPassword(password))
    return null
  }

  /** Whether this is a recovery code that was not used yet; now it is. */
  takeCode(profile: Profile | null, code: string, now: number): Refusal | null {
    const tooMany = this.#mayTry(profile, 'recovery', now)
    if (tooMany) return tooMany
    const hash = hashCode(code)
    if (profile !== null && this.#store.takeCode(hash)) return null
    this.#noteWrong(profile, 'recovery', now)
    return { code: 'wrong-credentials' }
  }

  #mayTry(profile: Profile | null, door: TriedAt, now: number): Refusal | null {
    if (!this.#limited) return null
    return mayTry(profile ? this.#store.tries(door) : this.#unwritten[door], now, ACCOUNT_TRIES)
  }

  #noteWrong(profile: Profile | null, door: TriedAt, now: number): void {
    const since = now - ACCOUNT_TRIES.windowMs
    if (profile) return this.#store.addTry(door, now, since)
    this.#unwritten[door] = [...this.#unwritten[door].filter((at) => at > since), now]
  }
}
