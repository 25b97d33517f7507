import type { Looks } from '../rules/text/name-looks.ts'

/**
 * The names that somebody spoke under and gave up since, by leaving or by taking another. A row for each look of a name,
 * found by its key: nothing of them is held in memory, however many there are; a room of so many messages has no more
 * than that.
 *
 * The table is made with the first of them: most rooms end without one, and every table is rows that are paid for.
 */
export class SpokenNames {
  readonly #sql: SqlStorage
  #isMade = false

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Keeps a name for whoever spoke under it. @param owner a participant's id, or the role of whoever can prove it without a seat */
  keepName(looks: Looks, owner: string): void {
    this.#sql.exec(
      'CREATE TABLE IF NOT EXISTS spoken_names (look TEXT PRIMARY KEY, owner TEXT NOT NULL) WITHOUT ROWID',
    )
    for (const look of looks)
      this.#sql.exec('INSERT OR REPLACE INTO spoken_names (look, owner) VALUES (?, ?)', look, owner)
  }

  /** Those for whom a name is kept, by whatever look of it. */
  findOwners(looks: Looks): string[] {
    if (!this.#exists()) return []
    const rows = this.#sql.exec<{ owner: string }>(
      'SELECT owner FROM spoken_names WHERE look IN (?, ?, ?)',
      ...looks,
    )
    return Array.from(rows, ({ owner }) => owner)
  }

  #exists(): boolean {
    this.#isMade ||=
      this.#sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'spoken_names'").toArray().length > 0
    return this.#isMade
  }
}
