import { makeSafeStorage, type SafeStorage, type StorageLike } from '../../client/net/safe-storage.ts'

/** A browser's storage over a map, as `localStorage` and `sessionStorage` are. */
export function makeStorage(stored: Map<string, string>): StorageLike {
  return {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => void stored.set(key, value),
    removeItem: (key) => void stored.delete(key),
  }
}

/** The same, as the page uses it. */
export function makeFakeStorage(stored = new Map<string, string>()): SafeStorage {
  return makeSafeStorage(() => makeStorage(stored))
}

/** A browser's storage that is forbidden, or full: every use of it throws. */
export function makeForbiddenStorage(): StorageLike {
  const refuse = () => {
    throw new Error('storage is forbidden')
  }
  return { getItem: refuse, setItem: refuse, removeItem: refuse }
}
