import { type Looks, looksOf } from '../names/skeleton.ts'
import { markOf } from './messages.ts'

/** Whoever has a name. */
export interface Named {
  readonly participantId: string
  readonly alias: string
}

/**
 * Who has which name in a room, by all that a reader would take for the same (`looksOf`). Each look is a mark of 30 bits
 * that leads to whoever has it, and what it leads to is compared: of a hundred thousand names it would be forty megabytes.
 * They are read with the first question: a room that woke for a message needs none of it.
 */
export class Names<Holder extends Named> {
  readonly #everyone: () => Iterable<Holder>
  readonly #seed: number
  #holders: Map<number, Holder | Holder[]> | null = null

  /**
   * @param everyone gives those who have a name
   * @param secret known to the room alone: nobody can look for names that share a mark
   */
  constructor(everyone: () => Iterable<Holder>, secret: string) {
    this.#everyone = everyone
    this.#seed = markOf(0, secret)
  }

  /** Whether somebody has a name that looks like one of these. @param except whose name doesn't count */
  isHeld(looks: Looks, except?: string): boolean {
    const holders = this.#known()
    return looks.some((look, at) =>
      listOf(holders.get(markOf(this.#seed, look))).some(
        (holder) => holder.participantId !== except && looksOf(holder.alias)[at] === look,
      ),
    )
  }

  /** Notes that somebody has a name. */
  add(holder: Holder): void {
    if (this.#holders !== null) this.#note(this.#holders, holder)
  }

  /** Notes that somebody has it no more; called before it is changed. */
  drop(holder: Holder): void {
    const holders = this.#holders
    if (holders === null) return
    for (const look of looksOf(holder.alias)) {
      const mark = markOf(this.#seed, look)
      const others = listOf(holders.get(mark)).filter((each) => each !== holder)
      if (others.length > 0) holders.set(mark, others)
      else holders.delete(mark)
    }
  }

  #known(): Map<number, Holder | Holder[]> {
    if (this.#holders !== null) return this.#holders
    const holders = new Map<number, Holder | Holder[]>()
    for (const holder of this.#everyone()) this.#note(holders, holder)
    this.#holders = holders
    return holders
  }

  #note(holders: Map<number, Holder | Holder[]>, holder: Holder): void {
    for (const look of looksOf(holder.alias)) {
      const mark = markOf(this.#seed, look)
      const others = listOf(holders.get(mark))
      holders.set(mark, others.length === 0 ? holder : [...others, holder])
    }
  }
}

/** Nearly every mark leads to one: a list for each would take more than all the rest. */
function listOf<T extends object>(held: T | T[] | undefined): T[] {
  if (held === undefined) return []
  return Array.isArray(held) ? held : [held]
}
