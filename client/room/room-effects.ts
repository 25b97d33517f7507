import { createEffect, onCleanup, untrack } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { announce } from '../ui/announcer.tsx'
import { keepFocus } from '../ui/keep-focus.ts'
import { createDeviceEffects } from './device/create-device-effects.ts'
import { devicePreferences } from './device/device-preferences.ts'
import { createEncryptedNames } from './encrypted-names.tsx'
import { createEndWarnings } from './end-warnings.ts'
import { receiveFiles } from './files/receive-files.ts'
import { createFindKey } from './find/create-find-key.ts'
import { createAutomaticRotation } from './keys/create-automatic-rotation.ts'
import { latestEndOf } from './latest-end.ts'
import { loadWhen } from './load-when.ts'
import { loadMessageKeys } from './messages/load-message-keys.ts'
import type { RoomModel } from './room-model.ts'
import type { RoomMessage, RoomState } from './room-state.ts'
import { isMarkedShared } from './shared-mark.ts'
import { deleteExpired, storeExpiry } from './storage-expiry.ts'
import type { Unread } from './unread.ts'

/** What the page of a room can be asked for. */
interface RoomActions {
  /** Takes files for the next message. */
  attach(files: readonly File[]): void
  /** Puts a text into the message box. */
  write(text: string): void
  /** Opens the search. */
  find(): Promise<void>
}

/**
 * What goes on beside the conversation, and is loaded after it: the height of the page, what tells people apart, who comes, who
 * looks elsewhere, files that are dropped or pasted, and the key of the search.
 */
export function createRoomEffects(room: RoomModel, away: Unread, { attach, write, find }: RoomActions): void {
  const { state } = room
  createAutomaticRotation(room)
  createTitle(room, away)
  createEncryptedNames(state)
  createReaders(state)
  createStorageExpiry(state)
  receiveFiles(attach)
  createFindKey(find)
  // Nobody else has a keyboard on the screen.
  loadWhen(
    () => matchMedia('(any-pointer: coarse)').matches,
    () => import('./touch/create-touch-effects.ts'),
    ({ createTouchEffects }) => createTouchEffects(),
  )
  loadMessageKeys()
  createDeviceEffects(room, away.isAway)
  // Who is removed, or leaves, goes with the button that opened their dialog.
  const people = document.querySelector<HTMLElement>('.people-list')
  if (people) keepFocus(people, () => people)
  const roomId = untrack(() => state.room?.roomId)
  const say = (sentence: string) => announce(sentence, true)
  if (roomId && isMarkedShared(roomId))
    import('./receive-shared.ts').then(
      (shared) => shared.receiveShared(roomId, { attach, write, say }),
      // It is still marked: a reload asks for it again.
      () => say(roomTexts.notLoaded),
    )
}

/** Has the title say how the room is called, and what there is to know for somebody who looks elsewhere. */
function createTitle(room: RoomModel, away: Unread): void {
  const { state } = room
  const endWarning = createEndWarnings(room)
  const isLetIn = 'letIn' in untrack(room.stage)
  let before = { isLetIn, wasAlone: false, wasAway: false }
  const givesSigns = () => devicePreferences().sound || devicePreferences().notify
  loadWhen(
    // Who wants signs in one tab is given none while they look at another: that one says so from the beginning. Where it can't
    // be loaded it is tried again with the next message.
    () => (away.isAway() && away.unread() >= 0) || isLetIn || !!state.room?.title || givesSigns(),
    () => {
      // Somebody may come, and one may look elsewhere, while it is loaded.
      const wasAlone = untrack(() => state.present === 1 && state.participants.length === 1)
      before = { isLetIn, wasAlone, wasAway: untrack(away.isAway) }
      return import('./notifications.ts')
    },
    ({ createNotifications }) => createNotifications(state, away, endWarning, before),
  )
}

/** Has read out, on behalf of a screen reader, what somebody else says from now on, and who comes and goes. */
function createReaders(state: RoomState): void {
  const since = untrack(() => state.room?.serverTime ?? 0)
  const isNews = ({ timestamp, participantId }: RoomMessage) =>
    timestamp > since && participantId !== state.me?.participantId
  loadWhen(
    () => state.messages.slice(-1).some(isNews),
    () => import('./messages/create-reader.ts'),
    ({ createReader }) => createReader(state, since),
  )
  let listed: RoomState['participants'] = []
  loadWhen(
    () => {
      const before = listed
      if (before.length === 0) listed = state.participants
      return before.length > 0 && state.participants !== before
    },
    () => import('./presence-announcer.ts'),
    ({ createPresenceAnnouncer }) => createPresenceAnnouncer(state, listed),
  )
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
