import type { Looks } from '../../../protocol/name-looks.ts'
import type { ParticipantId } from '../../../protocol/participant.ts'
import { looksOf } from '../rules/text/name-looks.ts'
import { idHashOf } from './id-hash.ts'

/** Somebody who has an alias. */
export interface AliasOwner {
  readonly participantId: ParticipantId
  readonly alias: string
}

/**
 * Who has which alias in a room, found by everything that a reader would take for the same (`looksOf`). The index maps a hash
 * of 30 bits of each look to the owner, whose alias is then compared: the looks of a hundred thousand aliases would take
 * forty megabytes. It is built when it is first needed, because most rooms that wake need none.
 */
export class AliasIndex<Owner extends AliasOwner> {
  readonly #listOwners: () => Iterable<Owner>
  readonly #seed: number
  #ownersByHash: Map<number, Owner | Owner[]> | null = null

  /**
   * @param listOwners returns everyone who has an alias
   * @param secret known to the room alone, so that nobody can search for aliases that share a hash
   */
  constructor(listOwners: () => Iterable<Owner>, secret: string) {
    this.#listOwners = listOwners
    this.#seed = idHashOf(0, secret)
  }

  /**
   * Whether somebody has an alias that looks like one of these.
   * @param except the id of a participant whose alias doesn't count
   */
  isTaken(looks: Looks, except?: string): boolean {
    const owners = this.#loadOwners()
    return looks.some((look, at) =>
      toList(owners.get(idHashOf(this.#seed, look))).some(
        (owner) => owner.participantId !== except && looksOf(owner.alias)[at] === look,
      ),
    )
  }

  /** Adds somebody, by their current alias. */
  addOwner(owner: Owner): void {
    if (this.#ownersByHash !== null) this.#indexOwner(this.#ownersByHash, owner)
  }

  /** Removes somebody. To be called before their alias changes. */
  removeOwner(owner: Owner): void {
    const owners = this.#ownersByHash
    if (owners === null) return
    for (const look of looksOf(owner.alias)) {
      const hash = idHashOf(this.#seed, look)
      const others = toList(owners.get(hash)).filter((each) => each !== owner)
      if (others.length > 0) owners.set(hash, others)
      else owners.delete(hash)
    }
  }

  #loadOwners(): Map<number, Owner | Owner[]> {
    if (this.#ownersByHash !== null) return this.#ownersByHash
    const owners = new Map<number, Owner | Owner[]>()
    for (const owner of this.#listOwners()) this.#indexOwner(owners, owner)
    this.#ownersByHash = owners
    return owners
  }

  #indexOwner(owners: Map<number, Owner | Owner[]>, owner: Owner): void {
    for (const look of looksOf(owner.alias)) {
      const hash = idHashOf(this.#seed, look)
      const others = toList(owners.get(hash))
      owners.set(hash, others.length === 0 ? owner : [...others, owner])
    }
  }
}

/** A hash leads to one owner nearly always: a list for each would take more memory than everything else here. */
function toList<T extends object>(found: T | T[] | undefined): T[] {
  if (found === undefined) return []
  return Array.isArray(found) ? found : [found]
}
