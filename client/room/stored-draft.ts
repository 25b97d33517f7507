import type { SafeStorage } from '../net/safe-storage.ts'
import type { RoomCipher } from './room-cipher.ts'

const keyOf = (roomId: string) => `private-chat.draft.${roomId}`

/** The text in the composer, stored in the tab until it is sent, so that a reload doesn't lose it. */
export interface StoredDraft {
  /** Stores a text in place of the one before; an empty one removes it. */
  saveDraft(text: string): Promise<void>
  /** Returns the stored text; empty where there is none. */
  loadDraft(): Promise<string>
  /** Puts texts before the stored one, a line each. */
  prependTexts(texts: readonly string[]): Promise<void>
}

/**
 * Stores a room's draft: encrypted where there is a cipher, as it is otherwise.
 * @param isOver returns whether the room is over, so that nothing may be written any more
 */
export function makeStoredDraft(
  roomId: string,
  cipher: RoomCipher | null,
  storage: SafeStorage,
  isOver: () => boolean,
): StoredDraft {
  const key = keyOf(roomId)
  let saves = 0
  const draft: StoredDraft = {
    async saveDraft(text) {
      const mine = ++saves
      const kept = text && cipher ? await cipher.encryptStoredText('draft', text) : text
      // Encryption takes a moment, in which another text may have come, or the end.
      if (mine !== saves || isOver()) return
      storage.writeItem(key, kept || null)
    },
    async loadDraft() {
      const kept = storage.readItem(key)
      if (!kept || !cipher) return kept ?? ''
      return (await cipher.decryptStoredText('draft', kept)) ?? ''
    },
    async prependTexts(texts) {
      await draft.saveDraft([...texts, await draft.loadDraft()].filter(Boolean).join('\n'))
    },
  }
  return draft
}

/** Deletes what was being written in a room. */
export function deleteStoredDraft(roomId: string, storage: SafeStorage): void {
  storage.writeItem(keyOf(roomId), null)
}
