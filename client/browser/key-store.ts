import type { ParticipantPair } from '../crypto/participant-pair.ts'
import type { PasswordKey } from '../crypto/password-key.ts'
import type { RoomKey } from '../crypto/room-key.ts'
import type { Door } from '../crypto/wrap.ts'
import { type GetDatabases, openKeyDatabase } from './key-database.ts'

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
  /** Makes the pair of a participant; absent where its private key is never to be taken out. */
  makePair?(): Promise<ParticipantPair>
  /** Runs something while no other tab does so for the same room. */
  runExclusively<T>(roomId: string, run: () => Promise<T>): Promise<T>
}

/** What of the browser the store uses. */
interface KeyStoreOptions {
  getDatabases?: GetDatabases
  locks?: Pick<LockManager, 'request'> | undefined
}

/** Makes the store of this browser's keys. */
export function makeKeyStore({
  getDatabases,
  locks = globalThis.navigator?.locks,
}: KeyStoreOptions = {}): KeyStore {
  const run = openKeyDatabase(getDatabases)

  return {
    async readRecord(roomId) {
      // An empty list is an answer: a single record that is not there looks like a failure.
      const records: KeyRecord[] | undefined = await run('readonly', (store) => store.getAll(roomId))
      return records && (records[0] ?? null)
    },
    async writeRecord(record) {
      const read: KeyRecord[] | undefined = await run('readwrite', (records) => {
        records.put(record)
        return records.getAll(record.roomId)
      })
      // An older record of the same keys may lie there still.
      const [written] = read ?? []
      return written?.publicKey === record.publicKey && written.epochs.length === record.epochs.length
    },
    async deleteRecord(roomId) {
      await run('readwrite', (records) => records.delete(roomId))
    },
    async runExclusively(roomId, task) {
      return locks ? locks.request(`private-chat.keys.${roomId}`, task) : task()
    },
  }
}
