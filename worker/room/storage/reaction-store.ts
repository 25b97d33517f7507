import type { ParticipantId } from '../../../protocol/participant.ts'
import type { ReactionCode } from '../../../protocol/reactions.ts'
import { LateTables } from './late-tables.ts'

/** That a message was changed, as it is stored. */
export interface ChangeRow {
  seq: number
  /** The room's number of the last change. Each has the next one. */
  rev: number
  /** The newest `rev` that everyone had been told when this one was given. */
  toldRev: number
  /** Whether the message takes no more reactions. */
  isClosed: boolean
  /** The number of the last change of its text; 0 where the text is as it was first said. */
  textRev: number
}

/** How many participants gave a reaction to a message. */
export interface ReactionCount {
  seq: number
  code: ReactionCode
  count: number
}

interface ChangeColumns extends Record<string, number> {
  seq: number
  rev: number
  toldRev: number
  isClosed: number
  textRev: number
}

const CHANGE_COLUMNS = 'seq, rev, told_rev AS toldRev, closed AS isClosed, text_rev AS textRev'

const TABLES = `
  CREATE TABLE reactions (
    seq INTEGER NOT NULL, voter TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (seq, voter, code)
  ) WITHOUT ROWID;
  CREATE TABLE changes (
    seq INTEGER PRIMARY KEY, rev INTEGER NOT NULL, told_rev INTEGER NOT NULL, closed INTEGER NOT NULL,
    text_rev INTEGER NOT NULL
  )`

/**
 * The reactions to messages, a row each, and which messages were changed. The tables are made with the first change: most
 * rooms have none, and a table costs a row. All statements are synchronous.
 */
export class ReactionStore {
  readonly #sql: SqlStorage
  readonly #tables: LateTables

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#tables = new LateTables(sql, 'changes', TABLES)
  }

  /** Whether anything was ever changed in this room. Without it nothing is to be read here. */
  get isCreated(): boolean {
    return this.#tables.isCreated
  }

  /** Stores that a message was changed. */
  setChange({ seq, rev, toldRev, isClosed, textRev }: ChangeRow): void {
    this.#tables.createTables()
    const closed = isClosed ? 1 : 0
    const sql = 'INSERT OR REPLACE INTO changes VALUES (?, ?, ?, ?, ?)'
    this.#sql.exec(sql, seq, rev, toldRev, closed, textRev)
  }

  /** Stores a reaction, after the change that it is. */
  addReaction(seq: number, voter: ParticipantId, code: ReactionCode): void {
    this.#sql.exec('INSERT INTO reactions VALUES (?, ?, ?)', seq, voter, code)
  }

  /** Deletes a reaction. */
  removeReaction(seq: number, voter: ParticipantId, code: ReactionCode): void {
    this.#sql.exec('DELETE FROM reactions WHERE seq = ? AND voter = ? AND code = ?', seq, voter, code)
  }

  /** Deletes all reactions to a message. */
  removeAllTo(seq: number): void {
    this.#sql.exec('DELETE FROM reactions WHERE seq = ?', seq)
  }

  /** @returns the reactions of a participant to these messages */
  readOwn(seqs: readonly number[], voter: ParticipantId): { seq: number; code: ReactionCode }[] {
    if (!this.isCreated) return []
    return this.#sql
      .exec<{ seq: number; code: ReactionCode }>(
        `SELECT seq, code FROM json_each(?) CROSS JOIN reactions ON seq = value AND voter = ? ORDER BY seq, code`,
        JSON.stringify(seqs),
        voter,
      )
      .toArray()
  }

  /** @returns all reactions of a participant. Looks at each changed message. */
  readAllOf(voter: ParticipantId): { seq: number; code: ReactionCode }[] {
    if (!this.isCreated) return []
    return this.#sql
      .exec<{ seq: number; code: ReactionCode }>(
        `SELECT reactions.seq, code FROM changes CROSS JOIN reactions ON reactions.seq = changes.seq AND voter = ?`,
        voter,
      )
      .toArray()
  }

  /** @returns who gave which reaction to a message */
  readVoters(seq: number): { code: ReactionCode; voter: ParticipantId }[] {
    if (!this.isCreated) return []
    const sql = 'SELECT code, voter FROM reactions WHERE seq = ? ORDER BY code, voter'
    return this.#sql.exec<{ code: ReactionCode; voter: ParticipantId }>(sql, seq).toArray()
  }

  /** @returns how often each reaction was given to these messages */
  countReactions(seqs: readonly number[]): ReactionCount[] {
    return this.#sql
      .exec<ReactionCount & Record<string, number | string>>(
        `SELECT seq, code, count(*) AS count FROM json_each(?) CROSS JOIN reactions ON seq = value
         GROUP BY seq, code ORDER BY seq, code`,
        JSON.stringify(seqs),
      )
      .toArray()
  }

  /** @returns the newest `rev`; 0 where nothing was changed */
  readNewestRev(): number {
    if (!this.isCreated) return 0
    return this.#sql.exec<{ rev: number }>('SELECT coalesce(max(rev), 0) AS rev FROM changes').one().rev
  }

  /** @returns the changes of the messages from one `seq` to another that were changed, ascending */
  readChangesWithin(from: number, to: number): ChangeRow[] {
    if (!this.isCreated) return []
    return this.#readChanges('WHERE seq BETWEEN ? AND ? ORDER BY seq', from, to)
  }

  /** @returns the oldest changes above `rev`, of messages above `fromSeq`, `limit` at most */
  readChangesAbove(rev: number, fromSeq: number, limit: number): ChangeRow[] {
    if (!this.isCreated) return []
    return this.#readChanges('WHERE rev > ? AND seq > ? ORDER BY rev LIMIT ?', rev, fromSeq, limit)
  }

  /** @returns the changes of the last two tellings: all of which somebody may not know, where the room stopped */
  readLastTold(): ChangeRow[] {
    if (!this.isCreated) return []
    const last = 'SELECT told_rev FROM changes GROUP BY told_rev ORDER BY told_rev DESC LIMIT 2'
    return this.#readChanges(`WHERE told_rev IN (${last}) ORDER BY rev`)
  }

  #readChanges(where: string, ...bindings: number[]): ChangeRow[] {
    const rows = this.#sql.exec<ChangeColumns>(`SELECT ${CHANGE_COLUMNS} FROM changes ${where}`, ...bindings)
    return Array.from(rows, ({ isClosed, ...row }) => ({ ...row, isClosed: isClosed === 1 }))
  }
}
