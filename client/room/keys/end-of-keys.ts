import type { Role } from '../../../protocol/participant.ts'
import type { Room } from '../../../protocol/room.ts'
import { latestEndOf } from '../latest-end.ts'

/**
 * Returns until when a browser keeps the keys of a room, Unix milliseconds: to its end; a facilitator's for as long as the
 * room is kept, because they open its transcript.
 */
export function endOfKeys(
  room: Parameters<typeof latestEndOf>[0] & Pick<Room, 'retainFor'>,
  role: Role,
): number {
  return latestEndOf(room) + (role === 'facilitator' ? (room.retainFor ?? 0) * 1_000 : 0)
}
