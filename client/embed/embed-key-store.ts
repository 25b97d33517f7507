import { type KeyStore, makeKeyStore } from '../browser/key-store.ts'

/** Returns the id under which an embed keeps its keys of a room: that of no room. */
const idOf = (roomId: string) => `embed ${roomId}`

/**
 * Makes the store of an embed's keys, apart from those of the room's own page. In a frame of its own site, such as
 * `www.example.org` around `chat.example.org`, a browser shares what pages store, and not their cookies: one record for two seats
 * would be each other's.
 * @param store keeps the records; they expire there like all others
 */
export function makeEmbedKeyStore(store: KeyStore = makeKeyStore()): KeyStore {
  return {
    async readRecord(roomId) {
      const record = await store.readRecord(idOf(roomId))
      return record && { ...record, roomId }
    },
    writeRecord: (record) => store.writeRecord({ ...record, roomId: idOf(record.roomId) }),
    deleteRecord: (roomId) => store.deleteRecord(idOf(roomId)),
    runExclusively: (roomId, run) => store.runExclusively(idOf(roomId), run),
  }
}
