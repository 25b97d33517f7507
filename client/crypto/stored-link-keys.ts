import { readLocal, writeLocal } from '../browser/local-storage.ts'

const KEY = 'private-chat.keys'

interface StoredLinkKey {
  key: string
  /** Unix milliseconds. */
  since: number
}

/** The keys of a facilitator's encrypted rooms, in this browser's storage and nowhere else. */
export interface StoredLinkKeys {
  findLinkKey(roomId: string): string | null
  /** Whether it is kept: where storage is forbidden, it is there as long as the page is. */
  storeLinkKey(roomId: string, key: string): boolean
  /** Forgets the keys of rooms that are gone; `asked` is when the list of those still there was asked for. */
  pruneLinkKeys(roomIds: readonly string[], asked: number): void
  /** Forgets all of this account. */
  forgetLinkKeys(): void
}

/** The keys that this browser keeps for an account: apart from another account's, so that each can forget its own. */
export function openStoredLinkKeys(accountId: string): StoredLinkKeys {
  const name = `${KEY}.${accountId}`
  const held = new Map<string, string>()
  const read = (): Record<string, StoredLinkKey> => {
    try {
      return JSON.parse(readLocal(name) ?? '{}') ?? {}
    } catch {
      return {}
    }
  }
  return {
    findLinkKey: (roomId) => read()[roomId]?.key ?? held.get(roomId) ?? null,
    storeLinkKey(roomId, key) {
      held.set(roomId, key)
      writeLocal(name, JSON.stringify({ ...read(), [roomId]: { key, since: Date.now() } }))
      return read()[roomId]?.key === key
    },
    pruneLinkKeys(roomIds, asked) {
      const all = Object.entries(read())
      // A room made while the list was on its way is not in it, and not gone.
      const left = all.filter(([roomId, { since }]) => roomIds.includes(roomId) || since >= asked)
      if (left.length < all.length) writeLocal(name, JSON.stringify(Object.fromEntries(left)))
    },
    forgetLinkKeys() {
      held.clear()
      try {
        localStorage.removeItem(name)
      } catch {
        // Nothing was kept then.
      }
    },
  }
}
