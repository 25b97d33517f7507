import { tryStorage } from '../net/safe-storage.ts'

/** Returns the keys under which this tab stores something. */
export function listTabKeys(): string[] {
  return tryStorage(() => Object.keys(sessionStorage)) ?? []
}
