import type { RoomState } from './room-state.ts'

/**
 * Whether leaving costs this participant more than a seat: a host leaves a room that nobody who stays could destroy, and
 * a participant can't come back into a locked room.
 */
export function isLeavingCostly({ room, me, present }: Pick<RoomState, 'room' | 'me' | 'present'>): boolean {
  return (
    (me?.role === 'host' && room?.destroyBy === 'host' && present > 1) ||
    (me?.role === 'participant' && room?.locked === true)
  )
}
