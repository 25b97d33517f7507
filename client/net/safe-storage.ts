/** What is used of `localStorage` and `sessionStorage`. A browser may refuse any of it, also the look at the global. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** A storage that never throws: where the browser's is full or forbidden, nothing is stored and everything else works. */
export interface SafeStorage {
  /** Returns null where nothing is stored under this key. */
  readItem(key: string): string | null
  /** Stores a value; null removes what is stored. */
  writeItem(key: string, value: string | null): void
}

/** Uses a browser's storage: the one place that catches what it throws. Returns undefined where it throws. */
export function tryStorage<T>(use: () => T): T | undefined {
  try {
    return use()
  } catch {
    return
  }
}

/** @param open returns the storage; called at each use */
export function makeSafeStorage(open: () => StorageLike): SafeStorage {
  return {
    readItem: (key) => tryStorage(() => open().getItem(key)) ?? null,
    writeItem: (key, value) =>
      tryStorage(() => (value === null ? open().removeItem(key) : open().setItem(key, value))),
  }
}
