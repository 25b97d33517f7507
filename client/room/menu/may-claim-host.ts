import type { RoomState } from '../room-state.ts'

/**
 * Whether a participant is offered to become host: nobody listed is one, nor anybody whom a large room has named, and the room is
 * no facilitator's. The room itself knows for how long that has been so.
 */
export function mayClaimHost({
  room,
  me,
  participants,
  unlisted,
}: Pick<RoomState, 'room' | 'me' | 'participants' | 'unlisted'>): boolean {
  const isClaimable = room !== null && room.closesAt === undefined && me?.role === 'participant'
  const known = [...participants, ...Object.values(unlisted)]
  return isClaimable && known.every(({ role }) => role === 'participant')
}
