import type { SafeStorage } from '../net/safe-storage.ts'
import { type LinkKey, parseLinkKey } from './link-key.ts'

const NAME = 'private-chat.keys'

interface StoredLinkKey {
  key: string
  /** When it was stored, Unix milliseconds. */
  since: number
}

/** The link keys of a facilitator's encrypted rooms, in this browser's storage and nowhere else. */
export interface StoredLinkKeys {
  findLinkKey(roomId: string): LinkKey | null
  /** @returns whether the key was stored; where storage is forbidden, it is there as long as the page is */
  storeLinkKey(roomId: string, linkKey: LinkKey): boolean
  /**
   * Forgets the keys of rooms that are gone.
   * @param roomIds the rooms that are still there
   * @param listedAt when that list was asked for, Unix milliseconds
   */
  pruneLinkKeys(roomIds: readonly string[], listedAt: number): void
  /** Forgets all keys of this account. */
  forgetLinkKeys(): void
}

/**
 * Opens the link keys that this browser stores for an account. Each account has its own, so that each can forget them.
 * @param storage where they are stored
 */
export function openStoredLinkKeys(accountId: string, storage: SafeStorage): StoredLinkKeys {
  const name = `${NAME}.${accountId}`
  const inMemory = new Map<string, LinkKey>()

  function readKeys(): Record<string, StoredLinkKey> {
    try {
      return JSON.parse(storage.readItem(name) ?? '{}') ?? {}
    } catch {
      return {}
    }
  }

  function writeKeys(keys: Record<string, StoredLinkKey>) {
    storage.writeItem(name, JSON.stringify(keys))
  }

  return {
    findLinkKey: (roomId) => parseLinkKey(readKeys()[roomId]?.key ?? '') ?? inMemory.get(roomId) ?? null,
    storeLinkKey(roomId, linkKey) {
      inMemory.set(roomId, linkKey)
      writeKeys({ ...readKeys(), [roomId]: { key: linkKey, since: Date.now() } })
      // Where storage is full or forbidden, it was not stored.
      return readKeys()[roomId]?.key === linkKey
    },
    pruneLinkKeys(roomIds, listedAt) {
      const all = Object.entries(readKeys())
      // A room made while the list was on its way is not in it, and not gone.
      const left = all.filter(([roomId, { since }]) => roomIds.includes(roomId) || since >= listedAt)
      if (left.length < all.length) writeKeys(Object.fromEntries(left))
    },
    forgetLinkKeys() {
      inMemory.clear()
      storage.writeItem(name, null)
    },
  }
}
