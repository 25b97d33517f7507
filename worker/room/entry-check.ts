import type { JoinRequest } from '../../protocol/participant.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import type { PasswordHash } from '../secrets/password.ts'
import { PasswordQueue } from '../secrets/password-queue.ts'
import { claimSecret, hashSecret, matchesHash, type Secret, type SecretHash } from '../secrets/secret.ts'
import { checkTries, recentTries, type WrongTry } from '../secrets/wrong-tries.ts'
import { checkLock, type Visitor } from './rules/entry.ts'
import type { RoomRow } from './storage/rows.ts'
import type { RoomStore } from './storage/store.ts'

/** A password that was given, and the stored hash it is to be verified against. */
export interface UnverifiedPassword {
  password: string
  hash: PasswordHash
}

/** What became of one: it is good for this hash alone, since a facilitator may have set another password meanwhile. */
export interface PasswordVerdict {
  hash: PasswordHash
  isRight: boolean
}

/** Asks a newcomer for what the room demands: the link's secret and the password. One for a room's object. */
export class EntryCheck {
  readonly #store: RoomStore
  readonly #limited: boolean
  readonly #queue = new PasswordQueue()
  /**
   * A fast hash of the right password once somebody gave it: so a class of thirty costs one scrypt and not thirty, and
   * so do a thousand guesses. Mixed with the stored hash, whose salt makes it worthless elsewhere; in memory only.
   */
  #rightPasswordHash: { stored: PasswordHash; fast: SecretHash<'password'> } | null = null

  /** @param limited false for load tests: then wrong passwords are not counted */
  constructor(store: RoomStore, limited: boolean) {
    this.#store = store
    this.#limited = limited
  }

  /**
   * Whether someone without a seat may take one, as far as the door goes: seats and names come after.
   * @param source who is counted where the password is wrong
   * @param verdict on the password that was given, where it has been verified
   * @returns why not, or null; a password that is to be verified first where it was not yet
   */
  checkEntry(
    room: RoomRow,
    visitor: Visitor,
    { admission, password }: JoinRequest,
    { source, verdict, now }: { source: string; verdict: PasswordVerdict | null; now: number },
  ): Refusal | UnverifiedPassword | null {
    const refusal = checkLock(visitor, room) ?? this.#checkAdmission(room, admission)
    const hash = room.password
    if (refusal || hash === null) return refusal
    if (verdict?.hash === hash) return verdict.isRight ? null : this.#refuseWrong(source, now)
    const tooMany = this.#limited ? checkTries(this.#recentTries(now), source, now) : null
    if (tooMany) return tooMany
    if (!password) return { code: 'password-required' }
    if (this.#rightPasswordHash?.stored === hash) {
      return matchesHash(mixed(hash, password), this.#rightPasswordHash.fast)
        ? null
        : this.#refuseWrong(source, now)
    }
    return { password, hash }
  }

  /** Does `work`, which verifies a password, when no other does. Null where too many wait for that already. */
  runExclusively<T>(work: () => Promise<T>): Promise<{ done: T } | null> {
    return this.#queue.run(work)
  }

  /** Verifies a password. */
  verifyPassword({ password, hash }: UnverifiedPassword): PasswordVerdict {
    const isRight = this.#queue.verify(password, hash)
    if (isRight) this.rememberPassword(hash, password)
    return { hash, isRight }
  }

  /** Remembers the right password, as long as the object is awake. @param hash the stored one */
  rememberPassword(hash: PasswordHash, password: string): void {
    this.#rightPasswordHash = { stored: hash, fast: hashSecret(mixed(hash, password)) }
  }

  #checkAdmission(room: RoomRow, secret: string | undefined): Refusal | null {
    if (room.admission === null || (secret !== undefined && matchesHash(claimSecret(secret), room.admission)))
      return null
    return { code: 'wrong-link' }
  }

  #refuseWrong(source: string, now: number): Refusal {
    if (this.#limited) this.#store.setPasswordTries([...this.#recentTries(now), { at: now, source }])
    return { code: 'wrong-password' }
  }

  /** The wrong ones that count. Whoever is asked for a password has those forgotten that don't. */
  #recentTries(now: number): WrongTry[] {
    const tries = this.#store.passwordTries()
    const recent = recentTries(tries, now)
    if (recent.length < tries.length) this.#store.setPasswordTries(recent)
    return recent
  }
}

/** What a password is remembered by: the same password typed on another keyboard is the same password. */
function mixed(hash: PasswordHash, password: string): Secret<'password'> {
  return claimSecret(hash + password.normalize('NFKC'))
}
