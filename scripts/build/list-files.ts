import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Lists all files of a folder and of those within it, sorted: their paths below it, with `/` on every system. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}
