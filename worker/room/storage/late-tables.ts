/**
 * Tables that are made with the first row in them, since most rooms have none and each table costs a row. Nobody else may make
 * them: storage is asked once whether they are there.
 */
export class LateTables {
  readonly #sql: SqlStorage
  readonly #name: string
  readonly #statement: string
  /** Null until storage was asked. */
  #isCreated: boolean | null = null

  /**
   * @param name one of the tables
   * @param statement makes all of them
   */
  constructor(sql: SqlStorage, name: string, statement: string) {
    this.#sql = sql
    this.#name = name
    this.#statement = statement
  }

  /** Whether they are there. Without them nothing is to be read. */
  get isCreated(): boolean {
    this.#isCreated ??=
      this.#sql.exec('SELECT 1 FROM sqlite_master WHERE name = ?', this.#name).toArray().length > 0
    return this.#isCreated
  }

  /** Makes them, where they are not there. */
  createTables(): void {
    if (this.isCreated) return
    this.#sql.exec(this.#statement)
    this.#isCreated = true
  }
}
