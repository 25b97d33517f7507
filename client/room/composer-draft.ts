import type { Keyring } from '../crypto/keyring.ts'
import { decryptStoredText, encryptStoredText } from '../crypto/stored-text.ts'
import type { StorageLike } from '../net/outbox-store.ts'

const keyOf = (roomId: string) => `private-chat.draft.${roomId}`

/** What somebody is writing, kept in the tab until it is sent, so that a reload doesn't lose it. */
export interface ComposerDraft {
  /** Keeps a text in place of the one before; an empty one is forgotten. */
  save(text: string): Promise<void>
  /** The text that was kept; empty where there is none. */
  load(): Promise<string>
}

/**
 * Keeps a room's draft: sealed where there is a keyring, as it is otherwise.
 * @param isOver whether the room is over, so that nothing may be written any more
 */
export function makeComposerDraft(
  roomId: string,
  keyring: Keyring | null,
  drawer: StorageLike | undefined,
  isOver: () => boolean,
): ComposerDraft {
  const key = keyOf(roomId)
  let turn = 0
  return {
    async save(text) {
      const mine = ++turn
      const kept = text && keyring ? await encryptStoredText(keyring, 'draft', text) : text
      // Sealing takes a moment, in which another text may have come, or the end.
      if (mine !== turn || isOver()) return
      try {
        if (kept) drawer?.setItem(key, kept)
        else drawer?.removeItem(key)
      } catch {
        // Full or forbidden: the page still holds the text.
      }
    },
    async load() {
      try {
        const kept = drawer?.getItem(key)
        if (!kept || !keyring) return kept ?? ''
        return (await decryptStoredText(keyring, 'draft', kept)) ?? ''
      } catch {
        return ''
      }
    },
  }
}

/** Forgets what was being written in a room. */
export function clearComposerDraft(roomId: string, drawer: StorageLike | undefined): void {
  try {
    drawer?.removeItem(keyOf(roomId))
  } catch {
    // Forbidden: then nothing was kept either.
  }
}
