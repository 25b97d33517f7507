import type { SafeStorage } from '../net/safe-storage.ts'
import type { Timers } from '../net/timers.ts'
import type { RoomCipher } from './room-cipher.ts'
import { deleteStoredDrafts, makeStoredDraft, type StoredDraft } from './stored-draft.ts'

/** Milliseconds that an unsent text is stored where the room may have been given more time and nobody can be asked. */
export const UNSENT_KEPT_FOR = 3_600_000

/**
 * Makes what keeps the drafts of one room, across a reload. Before `openDrafts` nothing is stored, and nothing is read.
 */
export function makeRoomDrafts(roomId: string, storage: SafeStorage, timers: Timers) {
  let text: StoredDraft | null = null
  let poll: StoredDraft | null = null
  let cancelDeletion = () => {}

  return {
    /** @param isOver returns whether the room is over, so that nothing may be written any more */
    openDrafts(cipher: RoomCipher | null, isOver: () => boolean): void {
      text = makeStoredDraft({ roomId, name: 'draft' }, cipher, storage, isOver)
      poll = makeStoredDraft({ roomId, name: 'poll' }, cipher, storage, isOver)
    },
    saveDraft: async (typed: string) => text?.saveDraft(typed),
    loadDraft: async () => (await text?.loadDraft()) ?? '',
    savePoll: async (json: string) => poll?.saveDraft(json),
    loadPoll: async () => (await poll?.loadDraft()) ?? '',
    /**
     * Keeps what was not sent with the draft, for who may return, and deletes all of it at the room's end.
     * @param timeLeft milliseconds until that end; 0 or null where the page knows none that is to come
     */
    keepUnsent(texts: readonly string[], timeLeft: number | null): void {
      void text?.prependTexts(texts)
      cancelDeletion = timers.after(timeLeft || UNSENT_KEPT_FOR, () => deleteStoredDrafts(roomId, storage))
    },
    deleteDrafts: () => deleteStoredDrafts(roomId, storage),
    /** Another draft may be stored once the page is left; after the page is gone, storage-expiry.ts deletes this one. */
    cancelDeletion: () => cancelDeletion(),
  }
}
