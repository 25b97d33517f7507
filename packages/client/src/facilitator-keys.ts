import type { KeyStore } from '../../../client/browser/key-store.ts'
import { makeParticipantPair } from '../../../client/crypto/participant-pair.ts'
import type { SeatKeys } from './seat.ts'
import { loadSeatKeys, makeSeatKeyStore, type SeatKeyStore } from './seat-keys.ts'

/** The keys of all rooms that a facilitator planned. */
export interface FacilitatorKeys extends KeyStore {
  /** Returns those of one room, which may be none yet. */
  storeOf(roomId: string): SeatKeyStore
  toJson(): Record<string, SeatKeys>
}

/** Loads the keys of rooms; null where some are not whole. */
export async function loadFacilitatorKeys(
  kept: Readonly<Record<string, SeatKeys>>,
): Promise<FacilitatorKeys | null> {
  const stores = new Map<string, SeatKeyStore>()
  for (const [roomId, keys] of Object.entries(kept)) {
    const store = await loadSeatKeys(roomId, keys, undefined)
    if (store === null) return null
    stores.set(roomId, store)
  }

  function storeOf(roomId: string): SeatKeyStore {
    const store = stores.get(roomId) ?? makeSeatKeyStore()
    stores.set(roomId, store)
    return store
  }

  return {
    storeOf,
    makePair: () => makeParticipantPair(true),
    readRecord: (roomId) => storeOf(roomId).readRecord(roomId),
    writeRecord: (record) => storeOf(record.roomId).writeRecord(record),
    deleteRecord: (roomId) => storeOf(roomId).deleteRecord(roomId),
    runExclusively: (_, run) => run(),
    toJson() {
      const entries = [...stores].map(([roomId, store]) => [roomId, store.toJson()] as const)
      return Object.fromEntries(
        entries.filter((entry): entry is [string, SeatKeys] => entry[1] !== undefined),
      )
    },
  }
}
