import { createEffect, onCleanup } from 'solid-js'
import { keepUntilInTab, sweepTab } from '../state/kept-until.ts'
import type { Away } from '../state/page-away.ts'
import { followPageHeight } from '../state/page-height.ts'
import type { RoomState } from '../state/room-state.ts'
import { createAttention } from './attention.ts'
import { createCompany } from './company.ts'
import { refuseFiles } from './refuse-files.ts'

/** What goes on beside the conversation, and is loaded after it: the height of the page, who comes, who looks elsewhere, and files that can't be sent. */
export function createBeside(state: RoomState, away: Away): void {
  followPageHeight()
  createAttention(state, away)
  createCompany(state)
  createKeptUntil(state)
  refuseFiles()
  // So that the first message with a link is put on the page, and read out, once.
  void import('./rich-message.tsx').catch(() => {})
}

/** Has what this tab keeps of the room forgotten when it is over, also where the page is not there to see that. */
function createKeptUntil(state: RoomState): void {
  createEffect(() => {
    const { room } = state
    if (room) keepUntilInTab(room.roomId, room.expiresAt - room.serverTime)
  })
  addEventListener('pagehide', sweepTab)
  onCleanup(() => {
    removeEventListener('pagehide', sweepTab)
    sweepTab()
  })
}
