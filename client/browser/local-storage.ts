import { randomAlias } from '../../protocol/text.ts'
import type { StorageLike } from '../net/outbox-store.ts'

/** Where the name is kept, and nowhere else. */
const NAME = 'private-chat.name'

/** Returns the storage that all tabs of this browser share, where it isn't forbidden. */
export function deviceStorage(): StorageLike | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

/** Reads from localStorage; null where there is nothing or storage is forbidden. */
export function readLocal(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Writes to localStorage, or does without where that is forbidden. */
export function writeLocal(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A private window may forbid it: then nothing is remembered, and everything else works.
  }
}

/**
 * The name used here last, or a new random one that is kept from now on. One that can't be a name any more is given as it
 * is: where it is used it is said what is wrong with it.
 */
export function readOwnName(): string {
  const kept = readLocal(NAME)?.trim()
  if (kept) return kept
  const name = randomAlias()
  writeLocal(NAME, name)
  return name
}

/** Keeps a name for the next room. */
export function storeOwnName(name: string): void {
  writeLocal(NAME, name)
}
