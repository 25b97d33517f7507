import type { Keyring } from '../crypto/keyring.ts'
import { decryptStoredText, encryptStoredText } from '../crypto/stored-text.ts'
import type { SafeStorage } from '../net/safe-storage.ts'

const keyOf = (roomId: string) => `private-chat.draft.${roomId}`

/** What somebody is writing, kept in the tab until it is sent, so that a reload doesn't lose it. */
export interface ComposerDraft {
  /** Keeps a text in place of the one before; an empty one is forgotten. */
  save(text: string): Promise<void>
  /** The text that was kept; empty where there is none. */
  load(): Promise<string>
  /** Puts texts before the one that was kept, a line each. */
  prependTexts(texts: readonly string[]): Promise<void>
}

/**
 * Keeps a room's draft: encrypted where there is a keyring, as it is otherwise.
 * @param isOver returns whether the room is over, so that nothing may be written any more
 */
export function makeComposerDraft(
  roomId: string,
  keyring: Keyring | null,
  storage: SafeStorage,
  isOver: () => boolean,
): ComposerDraft {
  const key = keyOf(roomId)
  let saves = 0
  const draft: ComposerDraft = {
    async save(text) {
      const mine = ++saves
      const kept = text && keyring ? await encryptStoredText(keyring, 'draft', text) : text
      // Encryption takes a moment, in which another text may have come, or the end.
      if (mine !== saves || isOver()) return
      if (kept) storage.writeItem(key, kept)
      else storage.removeItem(key)
    },
    async load() {
      const kept = storage.readItem(key)
      if (!kept || !keyring) return kept ?? ''
      return (await decryptStoredText(keyring, 'draft', kept)) ?? ''
    },
    async prependTexts(texts) {
      await draft.save([...texts, await draft.load()].filter(Boolean).join('\n'))
    },
  }
  return draft
}

/** Forgets what was being written in a room. */
export function clearComposerDraft(roomId: string, storage: SafeStorage): void {
  storage.removeItem(keyOf(roomId))
}
