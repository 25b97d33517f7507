/** One change of a schema that has been released. */
export interface Migration {
  /** Names the change for ever, such as `2027-01-add-topic`. */
  id: string
  /** SQL that changes the tables and what is in them. */
  statements: string
}

/** The tables of one class of objects. */
export interface Schema {
  /** SQL that makes all tables as they are today. */
  createTables: string
  /**
   * How the tables of an earlier release become today's. The list is append-only: an object remembers which ids were
   * applied to its tables, and refuses to run with a list that does not begin with them.
   */
  migrations: readonly Migration[]
}

/**
 * Whether tables were ever made here. Only reads: a request for a made-up address must leave nothing in storage.
 * @returns false in the storage of an object that was never created, or that was deleted
 */
export function isCreated(sql: SqlStorage): boolean {
  return listTables(sql).size > 0
}

/**
 * @returns the names of the tables that were made here; none where none ever were, though the platform may have some of its
 *   own. To ask for all of them reads no more rows than to ask for one.
 */
export function listTables(sql: SqlStorage): ReadonlySet<string> {
  const tables = sql.exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
  const names = new Set(Array.from(tables, ({ name }) => name))
  return names.has('applied_migrations') ? names : new Set()
}

/** Makes the tables where there are none: at once, because every migration would be rows written that are paid for. */
export function createTables(sql: SqlStorage, schema: Schema): void {
  sql.exec(schema.createTables)
  sql.exec('CREATE TABLE applied_migrations (ids TEXT NOT NULL)')
  sql.exec('INSERT INTO applied_migrations (ids) VALUES (?)', JSON.stringify(idsOf(schema)))
}

/**
 * Applies the migrations that existing tables are missing, in order. All of it is one transaction, since nothing is
 * awaited.
 * @throws where the list does not begin with what was applied: then the code is older than the tables, or somebody
 *   changed the list
 */
export function migrate(sql: SqlStorage, schema: Schema): void {
  const { ids } = sql.exec<{ ids: string }>('SELECT ids FROM applied_migrations').one()
  const applied: string[] = JSON.parse(ids)
  for (const [index, id] of applied.entries()) {
    const known = schema.migrations[index]?.id
    if (known !== id) throw new Error(`migration ${index} was ${id} and is ${known ?? 'missing'}`)
  }
  const missing = schema.migrations.slice(applied.length)
  if (missing.length === 0) return
  for (const { statements } of missing) sql.exec(statements)
  sql.exec('UPDATE applied_migrations SET ids = ?', JSON.stringify(idsOf(schema)))
}

function idsOf({ migrations }: Schema): string[] {
  return migrations.map(({ id }) => id)
}
