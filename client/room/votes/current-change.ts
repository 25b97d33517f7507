import type { ReaderChange } from '../../../protocol/reactions.ts'
import type { RoomMessage, RoomState } from '../room-state.ts'

/** Returns the tally of a message as it is known now, and the reader's own reactions. */
export function currentChange(
  message: RoomMessage,
  changes: RoomState['changes'],
): ReaderChange & { mine: string[] } {
  const { seq, rev = 0, reactions = {}, closed, mine = [] } = message
  const change = changes[seq]
  // A page of history may be newer than what was told before.
  if (change && change.rev >= rev) return { ...change, mine: change.mine ?? mine }
  return { seq, rev, reactions, closed, mine }
}
