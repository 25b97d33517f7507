import type { ReactionCode } from '../../../protocol/reactions.ts'
import type { ChangeRow, ReactionStore } from '../storage/reaction-store.ts'

/**
 * Messages whose tallies are kept in memory: twice as many as a page of history holds. Each has 24 reactions at most, so all of
 * them take some 2 MB.
 */
const TALLIES_KEPT = 1_000

/** The reactions to one message, counted. */
export interface MessageTally {
  readonly seq: number
  /** The room's number of its last change; 0 where it was never changed. */
  rev: number
  isClosed: boolean
  /** The `rev` of the last change of the message's text; 0 where it is as it was first said. */
  textRev: number
  /** How many participants gave each reaction; none has 0. */
  readonly counts: Map<ReactionCode, number>
}

/**
 * The tallies of the messages that were used last. One that is not here is counted in storage by one statement, and kept up
 * from then on.
 */
export class Tallies {
  readonly #store: ReactionStore
  /** The one that was used last is last. */
  readonly #kept = new Map<number, MessageTally>()

  constructor(store: ReactionStore) {
    this.#store = store
  }

  /** Returns the tally of a message. */
  getTally(seq: number): MessageTally {
    const tally = this.#kept.get(seq) ?? this.listWithin(seq, seq)[0]
    return this.#keep(tally ?? { seq, rev: 0, isClosed: false, textRev: 0, counts: new Map() })
  }

  /** Returns the tallies of the messages from one `seq` to another that were changed, ascending. */
  listWithin(from: number, to: number): MessageTally[] {
    return this.#loadTallies(this.#store.readChangesWithin(from, to))
  }

  /** Returns the tallies that were changed above `rev`, of messages above `fromSeq`, oldest first, `limit` at most. */
  listAbove(rev: number, fromSeq: number, limit: number): MessageTally[] {
    return this.#loadTallies(this.#store.readChangesAbove(rev, fromSeq, limit))
  }

  /** Forgets a tally that may differ from storage, because a write failed. */
  forgetTally(seq: number): void {
    this.#kept.delete(seq)
  }

  #loadTallies(changes: readonly ChangeRow[]): MessageTally[] {
    const missing = new Map<number, MessageTally>()
    for (const { seq, rev, isClosed, textRev } of changes)
      if (!this.#kept.has(seq)) missing.set(seq, { seq, rev, isClosed, textRev, counts: new Map() })
    if (missing.size > 0)
      for (const { seq, code, count } of this.#store.countReactions([...missing.keys()]))
        missing.get(seq)?.counts.set(code, count)
    const tallies = changes.flatMap(({ seq }) => this.#kept.get(seq) ?? missing.get(seq) ?? [])
    for (const tally of tallies) this.#keep(tally)
    return tallies
  }

  #keep(tally: MessageTally): MessageTally {
    this.#kept.delete(tally.seq)
    this.#kept.set(tally.seq, tally)
    if (this.#kept.size > TALLIES_KEPT)
      for (const oldest of this.#kept.keys()) {
        this.#kept.delete(oldest)
        break
      }
    return tally
  }
}
