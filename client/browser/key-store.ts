import { LIFETIME } from '../../protocol/limits.ts'
import type { PasswordKey } from '../crypto/password-key.ts'
import type { RoomKey } from '../crypto/room-key.ts'
import type { Door } from '../crypto/wrap.ts'

/** The key of an epoch: that of the newest as bytes, to rotate from; an older one can't be taken out any more. */
export interface StoredEpoch {
  epoch: number
  key: RoomKey | CryptoKey
}

/** What this browser keeps of a room whose keys rotate. */
export interface KeyRecord {
  roomId: string
  /** The public key in base64url. */
  publicKey: string
  /** It can't be exported. */
  privateKey: CryptoKey
  /** Ascending. */
  epochs: StoredEpoch[]
  /** The invite link of the newest epoch, and its door key; null where the link is closed. */
  door: Door | null
  /** The password of the link, to rotate without asking; null where there is none, or it was never typed here. */
  password: PasswordKey | null
  /** Ids of participants who were removed, shortened, the newest last: they never come back under these. */
  removedIds: string[]
  /** Ids of those who were seen as host or facilitator: they may rotate. */
  managerIds: string[]
  /** In a room for two: for which partner the link was closed by itself, so that a new one stays open; otherwise null. */
  closedFor: string | null
  /** Whether this browser has locked the room to rotate its keys, and has not unlocked it since. */
  hasLocked: boolean
  /** When the room ends, as far as it was known; Unix milliseconds. */
  expiresAt: number
}

/** Keeps the keys of rooms. Nothing of it throws: where a browser keeps nothing, memory and the address have to do. */
export interface KeyStore {
  /** Returns null where there is no record; undefined where that can't be known, as in a browser that keeps none. */
  readRecord(roomId: string): Promise<KeyRecord | null | undefined>
  /** Returns whether the record was written and could be read again. */
  writeRecord(record: KeyRecord): Promise<boolean>
  deleteRecord(roomId: string): Promise<void>
  /** Deletes the records of rooms that ended long before `now`, Unix milliseconds. */
  deleteExpired(now: number): Promise<void>
  /** Runs something while no other tab does so for the same room. */
  runExclusively<T>(roomId: string, run: () => Promise<T>): Promise<T>
}

const DATABASE = 'private-chat'
const RECORDS = 'room-keys'

/**
 * Milliseconds after the end, as far as it was known, in which keys are kept: others may have given the room more time while
 * this browser was away, and whoever comes back has nothing else to read with.
 */
export const KEYS_KEPT_AFTER_END = LIFETIME.max * 1_000

/** What of the browser the store uses. */
interface KeyStoreOptions {
  /** Absent where the browser has none. It throws where the browser forbids it. */
  getDatabases?(): IDBFactory | undefined
  locks?: Pick<LockManager, 'request'> | undefined
}

/** Makes the store of this browser's keys, in IndexedDB: the one place where a key can be kept that nobody can take out. */
export function makeKeyStore({
  getDatabases = () => globalThis.indexedDB,
  locks = globalThis.navigator?.locks,
}: KeyStoreOptions = {}): KeyStore {
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

  /** Runs one request in a transaction of its own; undefined where anything of it fails. */
  async function attempt<T>(
    mode: IDBTransactionMode,
    ask: (records: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | undefined> {
    try {
      const database = await open()
      return await new Promise<T>((resolve, reject) => {
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

  async function readRecord(roomId: string): Promise<KeyRecord | null | undefined> {
    // An empty list is an answer: a single record that is not there looks like a failure.
    const records: KeyRecord[] | undefined = await attempt('readonly', (store) => store.getAll(roomId))
    return records && (records[0] ?? null)
  }

  return {
    readRecord,
    async writeRecord(record) {
      // An older record of the same keys may lie there still.
      if ((await attempt('readwrite', (records) => records.put(record))) === undefined) return false
      const read = await readRecord(record.roomId)
      return read?.publicKey === record.publicKey && read.epochs.length === record.epochs.length
    },
    async deleteRecord(roomId) {
      await attempt('readwrite', (records) => records.delete(roomId))
    },
    async deleteExpired(now) {
      const records: KeyRecord[] = (await attempt('readonly', (store) => store.getAll())) ?? []
      for (const { roomId, expiresAt } of records)
        if (expiresAt + KEYS_KEPT_AFTER_END < now) await attempt('readwrite', (store) => store.delete(roomId))
    },
    async runExclusively(roomId, run) {
      return locks ? locks.request(`private-chat.keys.${roomId}`, run) : run()
    },
  }
}
