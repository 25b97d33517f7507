import { randomUUID } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { endWithUsage, type Read } from './ending.ts'

/** Whoever can read such a file is whom it speaks for: its owner alone. */
const OWNER_ONLY = 0o600

/**
 * Reads a file of JSON that this program wrote: a seat, or a facilitator's session.
 * @param option its option, for the sentence that says what is wrong
 * @returns null where there is no such file yet
 */
export function readPrivateFile<Content>(file: string, option: string): Read<Content | null> {
  try {
    return { ok: true, value: JSON.parse(readFileSync(file, 'utf8')) as Content }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { ok: true, value: null }
    return endWithUsage(`The file of --${option} can’t be read, or is not one that this command wrote.`)
  }
}

/** Writes such a file, for its owner alone. A crash in between leaves the old one whole. */
export function writePrivateFile(file: string, option: string, content: object): Read<void> {
  // Where others may write, too, as in /tmp: nobody can put a file or a link of theirs under this name beforehand.
  const next = `${file}.${randomUUID()}`
  try {
    writeFileSync(next, JSON.stringify(content), { mode: OWNER_ONLY, flag: 'wx' })
    renameSync(next, file)
    return { ok: true, value: undefined }
  } catch {
    rmSync(next, { force: true })
    return endWithUsage(`The file of --${option} can’t be written.`)
  }
}
