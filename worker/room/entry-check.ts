import type { JoinRequest } from '../../protocol/participant.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { PasswordHash } from '../secrets/password.ts'
import { PasswordQueue } from '../secrets/password-queue.ts'
import { claimSecret, hashSecret, matchesHash, type Secret, type SecretHash } from '../secrets/secret.ts'
import { checkTries, recentTries, type WrongTry } from '../secrets/wrong-tries.ts'
import { checkLock, type Visitor } from './rules/entry.ts'
import type { RoomSettings } from './state/settings.ts'
import type { RoomStore } from './storage/room-store.ts'

/** A password as it was typed, and the stored hash that it is to be verified against. */
export interface UnverifiedPassword {
  password: string
  hash: PasswordHash
}

/**
 * Whether a password was right. It counts for this hash alone, because a facilitator may have set another one meanwhile.
 */
export interface PasswordVerdict {
  hash: PasswordHash
  isRight: boolean
}

/** What follows from a check of a visitor whom nothing refuses. */
type CheckedEntry =
  | { kind: 'allowed' }
  /**
   * The password has to be verified first, which takes a while. Then the visitor is checked once more, with the verdict.
   */
  | { kind: 'unverified'; password: UnverifiedPassword }

const ALLOWED: Result<CheckedEntry> = ok({ kind: 'allowed' })

/** What a visitor without a seat brings along. */
interface EntryRequest {
  visitor: Visitor
  request: JoinRequest
  /** What is counted where the password is wrong: the keyed hash of an address. */
  source: string
  /** Whether the password was right; null where it has not been verified. */
  verdict: PasswordVerdict | null
  now: number
}

/** Checks whether a visitor may enter the room: whether it is locked, the secret of the invite link, and the password. */
export class EntryCheck {
  readonly #store: RoomStore
  readonly #settings: Pick<RoomSettings, 'row'>
  readonly #isRateLimited: boolean
  readonly #queue = new PasswordQueue({ retryAfter: 2 })
  /**
   * A fast hash of the right password, once somebody has entered with it. So a class of thirty costs one scrypt and not
   * thirty, and a thousand guesses cost no more. The stored hash is mixed in, whose salt makes the fast hash worthless
   * elsewhere. It is in memory only.
   */
  #rightPassword: { storedHash: PasswordHash; fastHash: SecretHash<'password'> } | null = null

  /** @param isRateLimited false for load tests: then wrong passwords are not counted */
  constructor(store: RoomStore, settings: Pick<RoomSettings, 'row'>, isRateLimited: boolean) {
    this.#store = store
    this.#settings = settings
    this.#isRateLimited = isRateLimited
  }

  /** Checks whether a visitor may enter. Whether there is a free seat, and a free alias, is checked afterwards. */
  checkEntry({
    visitor,
    request: { admission, password },
    source,
    verdict,
    now,
  }: EntryRequest): Result<CheckedEntry> {
    const { row } = this.#settings
    const checkedLock = checkLock(visitor, row)
    if (!checkedLock.ok) return checkedLock
    if (row.keys !== null && row.admissionHash === null) return refused('link-closed')
    if (row.admissionHash !== null && !(admission && matchesHash(claimSecret(admission), row.admissionHash)))
      return refused('wrong-link')
    const hash = row.passwordHash
    if (hash === null) return ALLOWED
    if (verdict?.hash === hash) return verdict.isRight ? ALLOWED : this.#refuseWrong(source, now)
    const mayTry = this.#isRateLimited ? checkTries(this.#loadRecentTries(now), source, now) : ok()
    if (!mayTry.ok) return mayTry
    if (!password) return refused('password-required')
    if (this.#rightPassword?.storedHash !== hash)
      return ok({ kind: 'unverified', password: { password, hash } })
    const isRight = matchesHash(mixPassword(hash, password), this.#rightPassword.fastHash)
    return isRight ? ALLOWED : this.#refuseWrong(source, now)
  }

  /**
   * Runs `work`, which verifies a password, when no other such work runs.
   * @returns what `work` returns; `busy` where too many wait already
   */
  runExclusively<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.#queue.runExclusive(work)
  }

  /** Verifies a password. Only work of `runExclusively` may call it. */
  verifyPassword({ password, hash }: UnverifiedPassword): PasswordVerdict {
    const isRight = this.#queue.verify(password, hash)
    if (isRight) this.rememberPassword(hash, password)
    return { hash, isRight }
  }

  /** Remembers the right password for as long as the object is awake. @param hash the stored hash of it */
  rememberPassword(hash: PasswordHash, password: string): void {
    this.#rightPassword = { storedHash: hash, fastHash: hashSecret(mixPassword(hash, password)) }
  }

  #refuseWrong(source: string, now: number): Result<never> {
    if (this.#isRateLimited)
      this.#store.setPasswordTries([...this.#loadRecentTries(now), { at: now, source }])
    return refused('wrong-password')
  }

  /** Returns the wrong passwords that count, and deletes the others. */
  #loadRecentTries(now: number): WrongTry[] {
    const tries = this.#store.loadPasswordTries()
    const recent = recentTries(tries, now)
    if (recent.length < tries.length) this.#store.setPasswordTries(recent)
    return recent
  }
}

/** NFKC: the same password typed on another keyboard is the same password. */
function mixPassword(hash: PasswordHash, password: string): Secret<'password'> {
  return claimSecret(hash + password.normalize('NFKC'))
}
