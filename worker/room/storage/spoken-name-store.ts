import type { Looks } from '../../../protocol/name-looks.ts'

/**
 * The aliases under which somebody spoke and which they no longer have, because they left or changed it. Each look of an
 * alias is a row, found by its key: none is kept in memory, however many there are.
 *
 * The table is made with the first of them: most rooms end without any, and a table costs a row.
 */
export class SpokenNameStore {
  readonly #sql: SqlStorage
  #isCreated = false

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /**
   * Keeps an alias for the participant who spoke under it.
   * @param owner a participant's id; for a host or facilitator the role, which they can prove without a seat
   */
  keepName(looks: Looks, owner: string): void {
    this.#sql.exec(
      'CREATE TABLE IF NOT EXISTS spoken_names (look TEXT PRIMARY KEY, owner TEXT NOT NULL) WITHOUT ROWID',
    )
    for (const look of looks)
      this.#sql.exec('INSERT OR REPLACE INTO spoken_names (look, owner) VALUES (?, ?)', look, owner)
  }

  /** @returns the owners of all aliases that share a look with these */
  findOwners(looks: Looks): string[] {
    if (!this.#hasTable()) return []
    const rows = this.#sql.exec<{ owner: string }>(
      'SELECT owner FROM spoken_names WHERE look IN (?, ?, ?)',
      ...looks,
    )
    return Array.from(rows, ({ owner }) => owner)
  }

  #hasTable(): boolean {
    this.#isCreated ||=
      this.#sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'spoken_names'").toArray().length > 0
    return this.#isCreated
  }
}
