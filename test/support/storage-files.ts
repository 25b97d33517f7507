import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A file of a server's storage, as bytes. */
export interface StoredFile {
  path: string
  bytes: Buffer
}

/** Every file below `directory`. One that vanishes while it is read isn't there. */
export async function readStoredFiles(directory: string): Promise<StoredFile[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const files: StoredFile[] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    if (bytes !== null) files.push({ path, bytes })
  }
  return files
}

/** Which of `secrets` stands in which file, in UTF-8 or UTF-16. */
export function findTraces(files: StoredFile[], secrets: string[]): string[] {
  return files.flatMap(({ path, bytes }) =>
    secrets
      .filter(
        (secret) => path.includes(secret) || bytes.includes(secret) || bytes.includes(secret, 0, 'utf16le'),
      )
      .map((secret) => `${secret} in ${path}`),
  )
}

/**
 * Waits until none of `secrets` stands in any file below `directory`.
 * @returns what still does after half a minute: nothing, where all is well
 */
export async function waitForTraces(directory: string, secrets: string[]): Promise<string[]> {
  const end = Date.now() + 30_000
  for (;;) {
    const left = findTraces(await readStoredFiles(directory), secrets)
    if (left.length === 0 || Date.now() > end) return left
    // SQLite has no event for when it has emptied its log.
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
