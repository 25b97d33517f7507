import type { KeyRecord, KeyStore } from '../../client/browser/key-store.ts'

/** A browser that keeps keys as long as the test runs: one tab's, or several tabs' where they share it. */
export function makeMemoryKeyStore(): KeyStore {
  const records = new Map<string, KeyRecord>()
  return {
    readRecord: async (roomId) => structuredClone(records.get(roomId) ?? null),
    async writeRecord(record) {
      records.set(record.roomId, structuredClone(record))
      return true
    },
    async deleteRecord(roomId) {
      records.delete(roomId)
    },
    async deleteExpired(now) {
      for (const { roomId, expiresAt } of records.values()) if (expiresAt < now) records.delete(roomId)
    },
    runExclusively: (_, run) => run(),
  }
}

/** A browser that keeps nothing. */
export function makeForgetfulKeyStore(): KeyStore {
  return {
    readRecord: async () => null,
    writeRecord: async () => false,
    deleteRecord: async () => {},
    deleteExpired: async () => {},
    runExclusively: (_, run) => run(),
  }
}
