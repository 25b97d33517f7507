import type { RoomState } from './room-state.ts'

/** Whether nobody who stays could destroy the room if this participant left it. */
export function leavesNoHost({ room, me, present }: RoomState): boolean {
  return me?.role === 'host' && room?.destroyBy === 'host' && present > 1
}
