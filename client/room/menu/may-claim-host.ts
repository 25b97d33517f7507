import type { RoomState } from '../room-state.ts'

/**
 * Whether a participant is offered to become host: nobody listed is one, and the room is no facilitator's. The room itself
 * knows for how long that has been so.
 */
export function mayClaimHost({
  room,
  me,
  participants,
}: Pick<RoomState, 'room' | 'me' | 'participants'>): boolean {
  const isClaimable = room !== null && room.closesAt === undefined && me?.role === 'participant'
  return isClaimable && participants.every(({ role }) => role === 'participant')
}
