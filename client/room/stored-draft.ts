import type { SafeStorage } from '../net/safe-storage.ts'
import type { RoomCipher } from './room-cipher.ts'

/** What can be written and is kept: the text in the composer, and a poll as JSON. */
export type DraftName = 'draft' | 'poll'

const keyOf = (roomId: string, name: DraftName) => `private-chat.${name}.${roomId}`

/** A text that is being written, stored in the tab until it is sent, so that a reload doesn't lose it. */
export interface StoredDraft {
  /** Stores a text in place of the one before; an empty one removes it. */
  saveDraft(text: string): Promise<void>
  /** Returns the stored text; empty where there is none. */
  loadDraft(): Promise<string>
  /** Puts texts before the stored one, a line each. */
  prependTexts(texts: readonly string[]): Promise<void>
}

/**
 * Stores a draft of a room: encrypted where there is a cipher, as it is otherwise.
 * @param isOver returns whether the room is over, so that nothing may be written any more
 */
export function makeStoredDraft(
  { roomId, name }: { roomId: string; name: DraftName },
  cipher: RoomCipher | null,
  storage: SafeStorage,
  isOver: () => boolean,
): StoredDraft {
  const key = keyOf(roomId, name)
  let saves = 0
  const draft: StoredDraft = {
    async saveDraft(text) {
      const mine = ++saves
      const kept = text && cipher ? await cipher.encryptStoredText(name, text) : text
      // Encryption takes a moment, in which another text may have come, or the end.
      if (mine !== saves || isOver()) return
      storage.writeItem(key, kept || null)
    },
    async loadDraft() {
      const kept = storage.readItem(key)
      if (!kept || !cipher) return kept ?? ''
      return (await cipher.decryptStoredText(name, kept)) ?? ''
    },
    async prependTexts(texts) {
      await draft.saveDraft([...texts, await draft.loadDraft()].filter(Boolean).join('\n'))
    },
  }
  return draft
}

/** Deletes what was being written in a room. */
export function deleteStoredDrafts(roomId: string, storage: SafeStorage): void {
  for (const name of ['draft', 'poll'] as const) storage.writeItem(keyOf(roomId, name), null)
}
