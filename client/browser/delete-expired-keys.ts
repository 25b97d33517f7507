import { LIFETIME } from '../../protocol/limits.ts'
import { type GetDatabases, openKeyDatabase } from './key-database.ts'
import type { KeyRecord } from './key-store.ts'

/**
 * Milliseconds after the end, as far as it was known, in which keys are kept: others may have given the room more time while
 * this browser was away, and whoever comes back has nothing else to read with.
 */
export const KEYS_KEPT_AFTER_END = LIFETIME.max * 1_000

/**
 * Deletes the keys of rooms that ended long ago. Never throws. Every page calls it, so it needs nothing of the room's.
 * @param now Unix milliseconds
 */
export async function deleteExpiredKeys(now: number, getDatabases?: GetDatabases): Promise<void> {
  const run = openKeyDatabase(getDatabases)
  const records: KeyRecord[] = (await run('readonly', (store) => store.getAll())) ?? []
  for (const { roomId, expiresAt } of records)
    if (expiresAt + KEYS_KEPT_AFTER_END < now) await run('readwrite', (store) => store.delete(roomId))
}
