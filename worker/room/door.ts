import { PASSWORD_TRIES } from '../../protocol/limits.ts'
import type { JoinRequest } from '../../protocol/participant.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import { verifyPassword } from '../secrets/password.ts'
import { hashSecret, matchesHash } from '../secrets/token.ts'
import { atDoor, mayTry, type Visitor } from './admission.ts'
import type { RoomRow } from './rows.ts'
import type { Store } from './store.ts'

/** Asks a newcomer for what the room demands: the link's secret and the password. One for a room's object. */
export class Door {
  readonly #store: Store
  readonly #limited: boolean
  /**
   * Hash of the right password once somebody gave it, so that a class of thirty costs one scrypt and not thirty.
   * Mixed with the stored hash, whose salt makes it worthless elsewhere; in memory only.
   */
  #right: string | null = null

  /** @param limited false for load tests: then wrong passwords are not counted */
  constructor(store: Store, limited: boolean) {
    this.#store = store
    this.#limited = limited
  }

  /** Whether someone without a seat may take one, as far as the door goes: seats and names come after. */
  ask(room: RoomRow, visitor: Visitor, request: JoinRequest, now: number): Refusal | null {
    return (
      atDoor(visitor, room) ??
      this.#askAdmission(room, request.admission) ??
      this.#askPassword(room, request.password, now)
    )
  }

  #askAdmission(room: RoomRow, secret: string | undefined): Refusal | null {
    if (room.admission === null || (secret !== undefined && matchesHash(secret, room.admission))) return null
    return { code: 'wrong-link' }
  }

  #askPassword(room: RoomRow, password: string | undefined, now: number): Refusal | null {
    const hash = room.password
    if (hash === null) return null
    const tries = this.#limited ? this.#store.passwordTries() : []
    const tooMany = mayTry(tries, now)
    if (tooMany) return tooMany
    if (!password) return { code: 'password-required' }
    if (this.#right !== null && matchesHash(hash + password, this.#right)) return null
    if (verifyPassword(password, hash)) {
      this.#right = hashSecret(hash + password)
      return null
    }
    const recent = tries.filter((at) => at > now - PASSWORD_TRIES.windowMs)
    if (this.#limited) this.#store.setPasswordTries([...recent, now])
    return { code: 'wrong-password' }
  }
}
