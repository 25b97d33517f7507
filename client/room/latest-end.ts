import type { Room } from '../../protocol/room.ts'

/**
 * Returns when a room ends at the latest, as of now; Unix milliseconds. One that waits for its second participant lives on from
 * when that one is here.
 */
export function latestEndOf(room: Pick<Room, 'expiresAt' | 'startedAt' | 'lifetime'>): number {
  return room.expiresAt + (room.startedAt === null ? room.lifetime * 1_000 : 0)
}
