import { onCleanup, untrack } from 'solid-js'
import { tabStorage } from '../../browser/browser-storage.ts'
import { listTabKeys } from '../../browser/list-tab-keys.ts'
import { readRoomAddress } from '../../crypto/room-address.ts'
import type { RoomModel } from '../room-model.ts'
import { devicePreferences } from './device-preferences.ts'
import { makeDoubleEscape } from './double-escape.ts'
import { EXIT_ADDRESS, parseExitAddress } from './exit-address.ts'

/** Milliseconds that a page waits at most until the keys are deleted, which takes a few. It shows nothing meanwhile. */
const DELETION = 300

/** Has Esc, pressed twice, wipe this tab and leave, without a question. */
export function createQuickExit(room: RoomModel): void {
  const isSecondEscape = makeDoubleEscape()
  const press = (event: KeyboardEvent) => {
    // What is open closes; what else uses it has said so.
    const isUsed = event.defaultPrevented || document.querySelector('dialog[open], :popover-open') !== null
    if (isSecondEscape(event, isUsed)) void leaveAtOnce(room)
  }
  addEventListener('keydown', press)
  onCleanup(() => removeEventListener('keydown', press))
}

async function leaveAtOnce(room: RoomModel): Promise<void> {
  const address = parseExitAddress(untrack(devicePreferences).exitAddress) ?? EXIT_ADDRESS
  const { roomId } = readRoomAddress(location.pathname, '')
  // Whoever is in a hurry presses more than twice, and a browser would take the next Esc for "stop loading" the other page.
  addEventListener('keydown', (event) => event.key === 'Escape' && event.preventDefault())
  const wiped = room.wipeRoom()
  // Nothing is to be seen, also where the other page takes long to come: not in the window, its tab or its address.
  document.body.replaceChildren()
  document.title = new URL(address).hostname
  document.querySelector('link[rel=icon]')?.remove()
  history.replaceState(null, '', '/')
  for (const key of listTabKeys()) if (key.includes(roomId)) tabStorage.writeItem(key, null)
  await Promise.race([wiped, new Promise((resolve) => setTimeout(resolve, DELETION))])
  // Replaced, so that going back leads to what was before the room.
  location.replace(address)
}
