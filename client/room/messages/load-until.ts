import { HISTORY } from '../../../protocol/limits.ts'
import type { RoomModel } from '../room-model.ts'
import { firstSeq } from './message-window.ts'

/**
 * Loads pages, as large as there are, until a message is among what is loaded, nothing older is stored, or none comes.
 * @param isOff whether nobody waits for it any more; asked before each page
 */
export async function loadUntil(
  { state, loadOlder }: Pick<RoomModel, 'state' | 'loadOlder'>,
  seq: number,
  isOff: () => boolean = () => false,
): Promise<void> {
  for (let first = firstSeq(state.messages); seq < first && !isOff(); ) {
    await loadOlder(HISTORY.max)
    if (firstSeq(state.messages) === first) return
    first = firstSeq(state.messages)
  }
}
