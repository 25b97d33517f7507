import type { Role } from '../../../protocol/participant.ts'
import type { Room } from '../../../protocol/room.ts'

/**
 * Returns until when a browser keeps the keys of a room, Unix milliseconds: to its end; a facilitator's for as long as the
 * room is kept, because they open its transcript.
 */
export function endOfKeys(
  { expiresAt, retainFor = 0 }: Pick<Room, 'expiresAt' | 'retainFor'>,
  role: Role,
): number {
  return role === 'facilitator' ? expiresAt + retainFor * 1_000 : expiresAt
}
