import { loadOnce } from '../../ui/lazy.tsx'
import type { RoomModel } from '../room-model.ts'

const actions = loadOnce(() => import('../room-parts.ts'))

/**
 * Returns what one does with messages: undefined until it is loaded, which the first message does, and where nothing is offered. Where one
 * link key opens everything, no envelope knows of edits or answers, and no code hides from the server what was chosen.
 */
export function messageActions(room: Pick<RoomModel, 'cipher'>): ReturnType<typeof actions> {
  return room.cipher()?.keyring ? undefined : actions()
}
