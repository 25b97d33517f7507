import type { RoomModel } from './room-model.ts'

/** Returns the time by the server's clock, Unix milliseconds; 0 before it is known. Reactive: it ticks each second. */
export function serverNow(room: Pick<RoomModel, 'state' | 'timeLeft'>): number {
  const left = room.timeLeft()
  return left === null ? 0 : (room.state.room?.expiresAt ?? left) - left
}
