import { createEffect, onCleanup, untrack } from 'solid-js'
import { followPageHeight } from '../browser/page-height.ts'
import { keepFocus } from '../ui/keep-focus.ts'
import { createEncryptedNames } from './encrypted-names.tsx'
import { createEndWarnings } from './end-warnings.ts'
import { receiveFiles } from './files/receive-files.ts'
import { createFindKey } from './find/create-find-key.ts'
import { createAutomaticRotation } from './keys/create-automatic-rotation.ts'
import { latestEndOf } from './latest-end.ts'
import { createNotifications } from './notifications.ts'
import { createPresenceAnnouncer } from './presence-announcer.ts'
import type { RoomModel } from './room-model.ts'
import type { RoomState } from './room-state.ts'
import { deleteExpired, storeExpiry } from './storage-expiry.ts'
import type { Unread } from './unread.ts'

/**
 * What goes on beside the conversation, and is loaded after it: the height of the page, what tells people apart, who comes, who
 * looks elsewhere, files that are dropped or pasted, and the key of the search.
 */
export function createRoomEffects(
  room: RoomModel,
  away: Unread,
  onFiles: (files: readonly File[]) => void,
  onFind: () => Promise<void>,
): void {
  const { state } = room
  createAutomaticRotation(room)
  followPageHeight()
  const stage = untrack(room.stage)
  createNotifications(state, away, createEndWarnings(room), 'letIn' in stage)
  createEncryptedNames(state)
  createPresenceAnnouncer(state)
  createStorageExpiry(state)
  receiveFiles(onFiles)
  createFindKey(onFind)
  // Who is removed, or leaves, goes with the button that opened their dialog.
  const people = document.querySelector<HTMLElement>('.people-list')
  if (people) keepFocus(people, () => people)
}

/** Has what this tab keeps of the room forgotten when it is over, also where the page is not there to see that. */
function createStorageExpiry(state: RoomState): void {
  createEffect(() => {
    const { room } = state
    if (room) storeExpiry(room.roomId, latestEndOf(room) - room.serverTime)
  })
  const sweep = () => deleteExpired()
  addEventListener('pagehide', sweep)
  onCleanup(() => {
    removeEventListener('pagehide', sweep)
    sweep()
  })
}
