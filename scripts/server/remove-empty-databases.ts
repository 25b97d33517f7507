import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes of a database without a table: SQLite's one page for the list of tables. */
const EMPTY_SIZE = 4_096

/**
 * Removes what plain workerd leaves of rooms that are gone and of ids that were made up: a file without a table, named by a hash. The
 * platform keeps none. No server may run on the folder meanwhile.
 * @param folder where the server stores
 * @returns how many were removed
 */
export function removeEmptyDatabases(folder: string): number {
  let removed = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!/^[0-9a-f]{64}\.sqlite$/.test(entry.name) || statSync(path).size !== EMPTY_SIZE) continue
    // What a power cut left in the log is not in the file yet.
    if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) continue
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
    removed += 1
  }
  return removed
}
