import { loadOnce } from '../../ui/lazy.tsx'
import type { RoomModel } from '../room-model.ts'
import { isOffered } from './load-actions.ts'

const tools = loadOnce(() => import('./message-tools.tsx'))

/** Returns the buttons beside a message: undefined until they are loaded, which the first message does, and where none is offered. */
export function messageTools(room: Pick<RoomModel, 'cipher'>): ReturnType<typeof tools> {
  return isOffered(room) ? tools() : undefined
}
