import type { Relays } from './relays/relays.ts'

/**
 * Deletes everything, the alarm with it. `deleteAll()` runs alone and outside any transaction, so what was written before
 * is waited for first, and so are the relays, which only the room's memory knows.
 * @param relays null where the room is not in memory any more
 */
export async function deleteStorage(storage: DurableObjectStorage, relays: Relays | null): Promise<void> {
  await storage.sync()
  await relays?.waitUntilEnded()
  await storage.deleteAll()
}
