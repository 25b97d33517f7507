import { type Looks, looksOf } from '../rules/text/name-looks.ts'
import { idHashOf } from './message-index.ts'

/** Whoever has a name. */
export interface AliasOwner {
  readonly participantId: string
  readonly alias: string
}

/**
 * Who has which name in a room, by all that a reader would take for the same (`looksOf`). Each look is a mark of 30 bits
 * that leads to whoever has it, and what it leads to is compared: of a hundred thousand names it would be forty megabytes.
 * They are read with the first question: a room that woke for a message needs none of it.
 */
export class AliasIndex<Owner extends AliasOwner> {
  readonly #everyone: () => Iterable<Owner>
  readonly #seed: number
  #owners: Map<number, Owner | Owner[]> | null = null

  /**
   * @param everyone returns those who have a name
   * @param secret known to the room alone: nobody can look for names that share a mark
   */
  constructor(everyone: () => Iterable<Owner>, secret: string) {
    this.#everyone = everyone
    this.#seed = idHashOf(0, secret)
  }

  /** Whether somebody has a name that looks like one of these. @param except whose name doesn't count */
  isTaken(looks: Looks, except?: string): boolean {
    const owners = this.#known()
    return looks.some((look, at) =>
      listOf(owners.get(idHashOf(this.#seed, look))).some(
        (owner) => owner.participantId !== except && looksOf(owner.alias)[at] === look,
      ),
    )
  }

  /** Notes that somebody has a name. */
  addOwner(owner: Owner): void {
    if (this.#owners !== null) this.#note(this.#owners, owner)
  }

  /** Notes that somebody has it no more; called before it is changed. */
  removeOwner(owner: Owner): void {
    const owners = this.#owners
    if (owners === null) return
    for (const look of looksOf(owner.alias)) {
      const mark = idHashOf(this.#seed, look)
      const others = listOf(owners.get(mark)).filter((each) => each !== owner)
      if (others.length > 0) owners.set(mark, others)
      else owners.delete(mark)
    }
  }

  #known(): Map<number, Owner | Owner[]> {
    if (this.#owners !== null) return this.#owners
    const owners = new Map<number, Owner | Owner[]>()
    for (const owner of this.#everyone()) this.#note(owners, owner)
    this.#owners = owners
    return owners
  }

  #note(owners: Map<number, Owner | Owner[]>, owner: Owner): void {
    for (const look of looksOf(owner.alias)) {
      const mark = idHashOf(this.#seed, look)
      const others = listOf(owners.get(mark))
      owners.set(mark, others.length === 0 ? owner : [...others, owner])
    }
  }
}

/** Nearly every mark leads to one: a list for each would take more than all the rest. */
function listOf<T extends object>(held: T | T[] | undefined): T[] {
  if (held === undefined) return []
  return Array.isArray(held) ? held : [held]
}
