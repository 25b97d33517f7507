import { createSignal } from 'solid-js'
import type { RoomModel } from '../room-model.ts'

const [actions, setActions] = createSignal<typeof import('./message-actions.ts')>()

/**
 * Whether messages are answered, reacted to and changed here. Not where one link key opens everything: no envelope there knows of edits
 * or answers, and no code hides from the server what was chosen.
 */
export function isOffered(room: Pick<RoomModel, 'cipher'>): boolean {
  return !room.cipher()?.keyring
}

/** What the buttons beside a message do: undefined until somebody has used one. Reactive. */
export const usedActions = actions

/** Loads that. @throws where it can't be loaded */
export async function loadActions(): Promise<typeof import('./message-actions.ts')> {
  const loaded = await import('./message-actions.ts')
  setActions(() => loaded)
  return loaded
}

/** Edits one's own last message, where that is offered. */
export async function editLast(room: RoomModel): Promise<void> {
  if (isOffered(room)) (await loadActions().catch(() => null))?.compositionOf(room).editLast()
}
