import { randomUUID } from 'node:crypto'
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
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

/** Tells whether such a file can be written, before anything is done that it is to keep. What is there stays as it is. */
export function checkPrivateFile(file: string, option: string): Read<void> {
  const written = writeBeside(file, option, '', (next) => rmSync(next))
  const isFolder = written.ok && statSync(file, { throwIfNoEntry: false })?.isDirectory()
  return isFolder ? endUnwritten(option) : written
}

/** Writes such a file, for its owner alone. A crash in between leaves the old one whole. */
export function writePrivateFile(file: string, option: string, content: object): Read<void> {
  return writeBeside(file, option, JSON.stringify(content), (next) => renameSync(next, file))
}

/** Writes a file of another name beside this one, and says what becomes of it. */
function writeBeside(
  file: string,
  option: string,
  content: string,
  finish: (next: string) => void,
): Read<void> {
  // Where others may write, too, as in /tmp: nobody can put a file or a link of theirs under this name beforehand.
  const next = `${file}.${randomUUID()}`
  try {
    writeFileSync(next, content, { mode: OWNER_ONLY, flag: 'wx' })
    finish(next)
    return { ok: true, value: undefined }
  } catch {
    rmSync(next, { force: true })
    return endUnwritten(option)
  }
}

function endUnwritten(option: string) {
  return endWithUsage(`The file of --${option} can’t be written.`)
}
