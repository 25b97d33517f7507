import type { Away } from '../state/page-away.ts'
import { followPageHeight } from '../state/page-height.ts'
import type { RoomState } from '../state/room-state.ts'
import { createAttention } from './attention.ts'
import { createCompany } from './company.ts'

/** What goes on beside the conversation, and is loaded after it: the height of the page, who comes, and who looks elsewhere. */
export function createBeside(state: RoomState, away: Away): void {
  followPageHeight()
  createAttention(state, away)
  createCompany(state)
  // So that the first message with a link is put on the page, and read out, once.
  void import('./rich-message.tsx').catch(() => {})
}
