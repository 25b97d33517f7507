/** The tables of one kind of object. */
export interface Tables {
  /** Makes all of them as they are today. */
  today: string
  /** How they came to be so: a list that only ever grows. Tables of another day run what is missing of it. */
  steps: readonly string[]
}

/** Whether tables were ever made here. Reads only: looking at a made-up address must leave nothing in storage. */
export function isCreated(sql: SqlStorage): boolean {
  return sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'applied'").toArray().length > 0
}

/** Makes the tables where there are none: at once, since each step would be rows written that are paid for. */
export function createTables(sql: SqlStorage, { today, steps }: Tables): void {
  sql.exec(
    `CREATE TABLE applied (step INTEGER PRIMARY KEY);
     INSERT INTO applied (step) VALUES (${steps.length - 1});
     ${today}`,
  )
}

/** Brings tables of whatever day to today's form: runs those of the steps that are missing, in order. */
export function migrate(sql: SqlStorage, { steps }: Tables): void {
  const { last } = sql.exec<{ last: number }>('SELECT coalesce(max(step), -1) AS last FROM applied').one()
  for (const [step, statements] of steps.entries()) {
    if (step <= last) continue
    sql.exec(statements)
    sql.exec('INSERT INTO applied (step) VALUES (?)', step)
  }
}
