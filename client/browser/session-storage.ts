import type { StorageLike } from '../net/outbox-store.ts'

/** The tab's own storage, where it isn't forbidden. */
export function tabStorage(): StorageLike | undefined {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
}
