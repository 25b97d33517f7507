import { tabStorage } from '../browser/browser-storage.ts'
import { listTabKeys } from '../browser/list-tab-keys.ts'
import type { SafeStorage } from '../net/safe-storage.ts'

const PREFIX = 'private-chat.until.'

/** Milliseconds after the end of a room in which somebody who comes back still finds what was not sent. */
const KEPT_AFTER_END = 3_600_000

/** What this tab stores, and under which keys. */
interface TabStorage extends SafeStorage {
  listKeys(): string[]
}

const thisTab: TabStorage = { ...tabStorage, listKeys: listTabKeys }

/**
 * Stores until when this tab may keep something of a room. The page that would delete it at the end may be closed by then,
 * or show something else.
 * @param left milliseconds that the room has left
 * @param now Unix milliseconds
 */
export function storeExpiry(
  roomId: string,
  left: number,
  storage: SafeStorage = tabStorage,
  now = Date.now(),
): void {
  storage.writeItem(PREFIX + roomId, String(now + left + KEPT_AFTER_END))
}

/**
 * Deletes what this tab keeps of rooms whose expiry has passed, and an expiry where nothing else is kept of the room.
 * @param now Unix milliseconds
 */
export function deleteExpired(storage: TabStorage = thisTab, now = Date.now()): void {
  const keys = storage.listKeys()
  for (const expiryKey of keys.filter((key) => key.startsWith(PREFIX))) {
    const roomKeys = keys.filter((key) => key.includes(expiryKey.slice(PREFIX.length)))
    const isExpired = Number(storage.readItem(expiryKey)) < now
    if (isExpired || roomKeys.length === 1) for (const key of roomKeys) storage.writeItem(key, null)
  }
}
