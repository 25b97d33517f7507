import { createSignal } from 'solid-js'
import type { RoomModel } from './room-model.ts'

/** What is being written in a room one is in: the model keeps it across a reload, and lets it go with the room. */
export function createComposerDraft(room: RoomModel): [draft: () => string, write: (text: string) => void] {
  const [draft, setDraft] = createSignal('')
  // What was typed while it was being fetched is newer.
  void room.loadDraft().then((kept) => draft() === '' && setDraft(kept))
  return [
    draft,
    (text) => {
      setDraft(text)
      void room.saveDraft(text)
    },
  ]
}
