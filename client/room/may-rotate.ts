import type { RoomState } from './room-state.ts'

/** Whether this participant may rotate the keys, and with them make or close an invite link. */
export function mayRotate({ me, room }: Pick<RoomState, 'me' | 'room'>): boolean {
  return me !== null && (me.role !== 'participant' || room?.capacity === 2)
}
