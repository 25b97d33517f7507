import type { ParticipantId } from '../../../protocol/participant.ts'
import type { Clocks } from '../rules/disappearing.ts'
import { LateTables } from './late-tables.ts'

/** The text of a message that is read once, and who has read it. */
export interface BurnRow {
  seq: number
  text: string
  clocks: Clocks
}

interface BurnColumns extends Record<string, string | number> {
  seq: number
  text: string
  /** JSON of the entries of the clocks. */
  clocks: string
}

const TABLE = 'CREATE TABLE burns (seq INTEGER PRIMARY KEY, text TEXT NOT NULL, clocks TEXT NOT NULL)'

/**
 * The texts of messages that are read once, a row each. They are not among the messages, so that nothing which reads messages can show
 * them. The table is made with the first of them: most rooms have none. All statements are synchronous.
 */
export class BurnStore {
  readonly #sql: SqlStorage
  readonly #table: LateTables

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#table = new LateTables(sql, 'burns', TABLE)
  }

  /** Whether a message was ever read once in this room. Without it nothing is to be read here. */
  get isCreated(): boolean {
    return this.#table.isCreated
  }

  /** Stores a text, or who has read it. */
  setBurn({ seq, text, clocks }: BurnRow): void {
    this.#table.createTables()
    const sql = 'INSERT OR REPLACE INTO burns VALUES (?, ?, ?)'
    this.#sql.exec(sql, seq, text, JSON.stringify([...clocks]))
  }

  /** Deletes a text. */
  removeBurn(seq: number): void {
    if (this.isCreated) this.#sql.exec('DELETE FROM burns WHERE seq = ?', seq)
  }

  /** @returns the texts of these messages, where there are any */
  readBurns(seqs: readonly number[]): BurnRow[] {
    if (!this.isCreated || seqs.length === 0) return []
    const sql = 'SELECT seq, text, clocks FROM json_each(?) CROSS JOIN burns ON seq = value'
    return Array.from(this.#sql.exec<BurnColumns>(sql, JSON.stringify(seqs)), ({ seq, text, clocks }) => {
      const entries: [ParticipantId, number | null][] = JSON.parse(clocks)
      return { seq, text, clocks: new Map(entries) }
    })
  }
}
