import { randomAlias } from '../../protocol/text.ts'

/** Where the name is kept, and nowhere else. */
const NAME = 'private-chat.name'

/** Reads from localStorage; null where there is nothing or storage is forbidden. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Writes to localStorage, or does without where that is forbidden. */
export function remember(key: string, value: string): void {
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
export function recallName(): string {
  const kept = recall(NAME)?.trim()
  if (kept) return kept
  const name = randomAlias()
  remember(NAME, name)
  return name
}

/** Keeps a name for the next room. */
export function rememberName(name: string): void {
  remember(NAME, name)
}
