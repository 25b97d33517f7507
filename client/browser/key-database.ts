const DATABASE = 'private-chat'
const RECORDS = 'room-keys'

/** Returns the browser's databases; undefined where it has none. It throws where the browser forbids them. */
export type GetDatabases = () => IDBFactory | undefined

/**
 * Runs one request in a transaction of its own.
 * @returns the result; undefined where anything of it failed, such as a browser that keeps nothing
 */
export type RunRequest = <T>(
  mode: IDBTransactionMode,
  ask: (records: IDBObjectStore) => IDBRequest<T>,
) => Promise<T | undefined>

/** Opens the database of this browser's keys, which is IndexedDB: the one place where a key can be kept that nobody can take out. */
export function openKeyDatabase(getDatabases: GetDatabases = () => globalThis.indexedDB): RunRequest {
  let opening: Promise<IDBDatabase> | null = null

  function open(): Promise<IDBDatabase> {
    opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = getDatabases()?.open(DATABASE, 1)
      if (!request) return reject(new Error('this browser has no IndexedDB'))
      request.onupgradeneeded = () => request.result.createObjectStore(RECORDS, { keyPath: 'roomId' })
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
      request.onblocked = () => reject(new Error('another tab holds the database'))
    }).then((database) => {
      database.onclose = () => {
        opening = null
      }
      return database
    })
    return opening
  }

  return async (mode, ask) => {
    try {
      const database = await open()
      return await new Promise((resolve, reject) => {
        const transaction = database.transaction(RECORDS, mode)
        const request = ask(transaction.objectStore(RECORDS))
        // A write counts once its transaction is complete: a full disk shows there.
        transaction.oncomplete = () => resolve(request.result)
        transaction.onerror = () => reject(transaction.error)
        transaction.onabort = () => reject(transaction.error)
      })
    } catch {
      // The next use tries to open it anew.
      opening = null
      return undefined
    }
  }
}
