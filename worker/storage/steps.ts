/** Whether tables were ever made here. Reads only: looking at a made-up address must leave nothing in storage. */
export function isCreated(sql: SqlStorage): boolean {
  return sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'applied'").toArray().length > 0
}

/** Brings the tables to today's form: runs those of `steps` that are missing, in order. The list only ever grows. */
export function migrate(sql: SqlStorage, steps: readonly string[]): void {
  sql.exec('CREATE TABLE IF NOT EXISTS applied (step INTEGER PRIMARY KEY)')
  const applied = sql.exec<{ n: number }>('SELECT count(*) AS n FROM applied').one().n
  for (const [step, statements] of steps.entries()) {
    if (step < applied) continue
    sql.exec(statements)
    sql.exec('INSERT INTO applied (step) VALUES (?)', step)
  }
}
