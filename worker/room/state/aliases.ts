import { ALIAS_MAX } from '../../../protocol/limits.ts'
import { ok, type Result, refused } from '../../../protocol/refusal.ts'
import { cleanAlias, randomAlias } from '../../../protocol/text.ts'
import { looksOf } from '../rules/text/name-looks.ts'
import { isReserved } from '../rules/text/reserved-names.ts'
import type { SpokenNameStore } from '../storage/spoken-name-store.ts'
import type { AliasIndex } from './alias-index.ts'
import type { RoomParticipant } from './participant.ts'

const RESERVED =
  'This name is kept for the room: choose one without a role, the word “you” or the name of this service.'

/**
 * @returns who may take the spoken names of a participant again: the facilitator and whoever has the host token prove without a
 *   seat that a name is theirs, and anyone else by their seat
 */
export function ownerOf({ participantId, role, hasHostToken }: RoomParticipant): string {
  if (role === 'facilitator') return role
  return hasHostToken ? 'host' : participantId
}

/** The highest number behind an alias that is taken. After that a random one is picked. */
const NUMBERS_MAX = 200

/** An alias that somebody asks for. */
interface AliasRequest {
  alias: string
  /** Whose spoken names may be taken again: the id and the role of the participant who asks. */
  owners: readonly string[]
  /** The id of a participant whose alias doesn't count. */
  except: string | undefined
  /** The field of the request that holds the alias. */
  field?: 'alias' | 'sender'
}

/** Which aliases are free in a room. */
export class Aliases {
  readonly #index: AliasIndex<RoomParticipant>
  readonly #spokenNames: SpokenNameStore

  constructor(index: AliasIndex<RoomParticipant>, spokenNames: SpokenNameStore) {
    this.#index = index
    this.#spokenNames = spokenNames
  }

  /** Checks whether somebody may have an alias: it is not reserved, and looks like nobody else's. */
  checkAlias({ alias, owners, except, field = 'alias' }: AliasRequest): Result<void> {
    const checked = this.checkReserved(alias, field)
    if (!checked.ok) return checked
    const looks = looksOf(alias)
    const isTaken =
      this.#index.isTaken(looks, except) ||
      this.#spokenNames.findOwners(looks).some((owner) => !owners.includes(owner))
    return isTaken ? refused('alias-taken') : ok()
  }

  /** Checks that an alias is not reserved. Says nothing of who has it. */
  checkReserved(alias: string, field: 'alias' | 'sender' = 'alias'): Result<void> {
    if (!isReserved(alias)) return ok()
    return refused({ code: 'invalid-request', issues: [{ path: field, message: RESERVED }] })
  }

  /**
   * Keeps the alias that a participant is about to lose, where they have spoken under it, so that nobody else takes it.
   */
  keepSpokenName(participant: RoomParticipant): void {
    if (participant.hasSpokenAsAlias)
      this.#spokenNames.keepName(looksOf(participant.alias), ownerOf(participant))
  }

  /**
   * @param except the id of a participant whose alias doesn't count
   * @returns an alias where it is free; otherwise the same with a number behind it
   */
  numberAlias(alias: string, except: string | undefined): string {
    const isFree = (candidate: string) => this.checkAlias({ alias: candidate, owners: [], except }).ok
    if (isFree(alias)) return alias
    const letters = [...alias]
    for (let number = 2; number <= NUMBERS_MAX; number += 1) {
      const tail = ` ${number}`
      const numbered = cleanAlias(letters.slice(0, ALIAS_MAX - tail.length).join('') + tail)
      if (numbered !== null && isFree(numbered)) return numbered
    }
    return this.pickFreeAlias()
  }

  /** @returns a random alias that nobody has */
  pickFreeAlias(): string {
    for (;;) {
      const alias = randomAlias()
      if (this.checkAlias({ alias, owners: [], except: undefined }).ok) return alias
    }
  }
}
