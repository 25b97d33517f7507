import { LateTables } from './late-tables.ts'

const TABLE =
  'CREATE TABLE timers (due_at INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (due_at, seq)) WITHOUT ROWID'

/**
 * When messages disappear by themselves, a row for each that is still to go. The key begins with the time, so that the next ones
 * are found without an index. The table is made with the first of them: most rooms have none. All statements are synchronous.
 */
export class TimerStore {
  readonly #sql: SqlStorage
  readonly #tables: LateTables

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#tables = new LateTables(sql, 'timers', TABLE)
  }

  /** Stores when a message disappears. @param dueAt Unix milliseconds */
  addTimer(seq: number, dueAt: number): void {
    this.#tables.createTables()
    this.#sql.exec('INSERT OR REPLACE INTO timers VALUES (?, ?)', dueAt, seq)
  }

  /** Deletes a timer. @param dueAt what it was stored with */
  removeTimer(seq: number, dueAt: number): void {
    if (this.#tables.isCreated) this.#sql.exec('DELETE FROM timers WHERE due_at = ? AND seq = ?', dueAt, seq)
  }

  /** @returns when the next message disappears, Unix milliseconds; null where none does */
  readNextDueAt(): number | null {
    if (!this.#tables.isCreated) return null
    const sql = 'SELECT due_at AS dueAt FROM timers ORDER BY due_at LIMIT 1'
    return this.#sql.exec<{ dueAt: number }>(sql).toArray()[0]?.dueAt ?? null
  }

  /** @returns the messages that are to be gone by now, the first at the front, `limit` at most */
  readDue(now: number, limit: number): { seq: number; dueAt: number }[] {
    if (!this.#tables.isCreated) return []
    const sql = 'SELECT seq, due_at AS dueAt FROM timers WHERE due_at <= ? ORDER BY due_at, seq LIMIT ?'
    return this.#sql.exec<{ seq: number; dueAt: number }>(sql, now, limit).toArray()
  }
}
