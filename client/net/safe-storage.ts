/** What is used of `localStorage` and `sessionStorage`. A browser may refuse any of it, also the look at the global. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** A storage that never throws: where the browser's is full or forbidden, nothing is stored and everything else works. */
export interface SafeStorage {
  /** Returns null where nothing is stored under this key. */
  readItem(key: string): string | null
  writeItem(key: string, value: string): void
  removeItem(key: string): void
  listKeys(): string[]
}

/**
 * The one place that catches what a browser's storage throws.
 * @param open returns the storage; called at each use
 */
export function makeSafeStorage(open: () => StorageLike): SafeStorage {
  function attempt<T>(use: (storage: StorageLike) => T): T | undefined {
    try {
      return use(open())
    } catch {
      return
    }
  }
  return {
    readItem: (key) => attempt((storage) => storage.getItem(key)) ?? null,
    writeItem: (key, value) => attempt((storage) => storage.setItem(key, value)),
    removeItem: (key) => attempt((storage) => storage.removeItem(key)),
    listKeys: () =>
      attempt((storage) => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')) ??
      [],
  }
}
