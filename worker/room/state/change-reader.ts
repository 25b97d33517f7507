import { CHANGES_LISTED_MAX, WELCOME } from '../../../protocol/limits.ts'
import type { Message } from '../../../protocol/message.ts'
import type { ReactionCode, ReaderChange } from '../../../protocol/reactions.ts'
import type { MessageStore } from '../storage/message-store.ts'
import type { ReactionStore } from '../storage/reaction-store.ts'
import type { ParticipantRow } from '../storage/rows.ts'
import { type RoomChanges, toMessageChange } from './room-changes.ts'
import type { MessageTally, Tallies } from './tallies.ts'

/** Who reads: a participant, or somebody without a seat, who has no reactions of their own. */
export type ChangesFor = Pick<ParticipantRow, 'participantId' | 'fromSeq' | 'seatedSeq'> | null

/** What a welcome says of changes. Where nothing was ever changed it says something only to who resumes by a `rev`. */
export interface WelcomeChanges {
  rev?: number
  changes?: ReaderChange[]
  changesFrom?: 'start'
}

/** Texts that one statement reads, because a welcome has room for few large ones. */
const READ_AT_ONCE = 50

const NOTHING: WelcomeChanges = {}

/** Adds to messages what has changed about them, for one reader. */
export class ChangeReader {
  readonly #store: ReactionStore
  readonly #messageStore: Pick<MessageStore, 'readTexts'>
  readonly #tallies: Tallies
  readonly #changes: RoomChanges

  constructor(
    store: ReactionStore,
    messageStore: Pick<MessageStore, 'readTexts'>,
    tallies: Tallies,
    changes: RoomChanges,
  ) {
    this.#store = store
    this.#messageStore = messageStore
    this.#tallies = tallies
    this.#changes = changes
  }

  /** The newest change that everyone was told; undefined where there is none. */
  get toldRev(): number | undefined {
    return this.#changes.toldRev || undefined
  }

  /** Adds what has changed to messages that follow one another. */
  addChanges(messages: readonly Message[], reader: ChangesFor): void {
    const first = messages[0]?.seq
    const last = messages.at(-1)?.seq
    if (first === undefined || last === undefined || !this.#store.isCreated) return
    const changes = this.#toReaderChanges(this.#tallies.listWithin(first, last), reader)
    for (const change of changes) {
      const message = messages[change.seq - first]
      if (message) Object.assign(message, change)
    }
  }

  /**
   * Adds what has changed to messages that follow one another and are serialised already.
   * @returns the same list where nothing was changed
   */
  addChangesToJson(messages: string[], reader: ChangesFor): string[] {
    const [oldest] = messages
    if (oldest === undefined || !this.#store.isCreated) return messages
    const first: number = JSON.parse(oldest).seq
    const tallies = this.#tallies.listWithin(first, first + messages.length - 1)
    if (tallies.length === 0) return messages
    const changed = [...messages]
    for (const { seq, ...change } of this.#toReaderChanges(tallies, reader)) {
      const json = changed[seq - first]
      if (json !== undefined) changed[seq - first] = `${json.slice(0, -1)},${JSON.stringify(change).slice(1)}`
    }
    return changed
  }

  /** Returns what a welcome says of changes. @param afterRev the newest that the reader was told; undefined for none */
  listChanges(afterRev: number | undefined, reader: ChangesFor): WelcomeChanges {
    const rev = this.toldRev
    if (afterRev === undefined) return rev === undefined ? NOTHING : { rev }
    if (rev === undefined || afterRev >= rev) return { rev: rev ?? 0, changes: [] }
    const changed = this.#tallies.listAbove(afterRev, reader?.fromSeq ?? 0, CHANGES_LISTED_MAX + 1)
    if (changed.length > CHANGES_LISTED_MAX) return { rev, changesFrom: 'start' }
    const changes = this.#toReaderChanges(changed, reader)
    const isWhole = this.#addTexts(
      changes,
      changed.filter(({ textRev }) => textRev > afterRev),
    )
    return isWhole ? { rev, changes } : { rev, changesFrom: 'start' }
  }

  /** Adds the texts that changed. @returns whether a welcome has room for them */
  #addTexts(changes: readonly ReaderChange[], changed: readonly MessageTally[]): boolean {
    const bySeq = new Map(changes.map((change) => [change.seq, change]))
    let { characters } = WELCOME
    for (let from = 0; from < changed.length; from += READ_AT_ONCE) {
      const seqs = changed.slice(from, from + READ_AT_ONCE).map(({ seq }) => seq)
      for (const text of this.#messageStore.readTexts(seqs)) {
        characters -= text.text.length
        Object.assign(bySeq.get(text.seq) ?? {}, text)
      }
      if (characters < 0) return false
    }
    return true
  }

  /** Returns what changed above `rev`, oldest first, `limit` at most. */
  listChangesAbove(rev: number, limit: number, reader: ChangesFor): ReaderChange[] {
    return this.#toReaderChanges(this.#tallies.listAbove(rev, reader?.fromSeq ?? 0, limit), reader)
  }

  #toReaderChanges(tallies: readonly MessageTally[], reader: ChangesFor): ReaderChange[] {
    const seqs = tallies.map(({ seq }) => seq)
    const mine = new Map<number, ReactionCode[]>()
    if (reader !== null && seqs.length > 0)
      for (const { seq, code } of this.#store.readOwn(seqs, reader.participantId))
        mine.set(seq, [...(mine.get(seq) ?? []), code])
    return tallies.map((tally) => {
      const change: ReaderChange = toMessageChange(tally)
      const own = mine.get(tally.seq)
      if (own) change.mine = own
      return change
    })
  }
}
