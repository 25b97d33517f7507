import type { OverReason } from './events.ts'
import { JoinedRoom } from './joined-room.ts'
import { LiveRoom } from './live-room.ts'
import type { OpenedSeat } from './opened-seat.ts'
import { type ClientRefusalCode, done, type Outcome, refuse } from './refusal.ts'
import type { RoomSession } from './room-session.ts'

/** What joining is refused with where it is over before the room has spoken. */
const REFUSAL_OF: Partial<Record<OverReason, ClientRefusalCode>> = {
  destroyed: 'room-not-found',
  expired: 'room-not-found',
  ended: 'room-closed',
  removed: 'removed',
  'no-key': 'no-key',
}

/**
 * Joins with a seat that was opened.
 * @param signal gives up joining
 * @returns the session, once the room has welcomed this participant or they wait at its door; or why there is none
 */
export async function startRoomSession(
  seat: OpenedSeat,
  signal?: AbortSignal,
): Promise<Outcome<RoomSession>> {
  const room = new LiveRoom(seat, signal)
  const entered = await room.enter()
  if (!entered.ok) return entered
  if (signal?.aborted) {
    await room.end('closed')
    return refuse('aborted')
  }
  const { overReason } = room
  return overReason === undefined ? done(new JoinedRoom(room)) : refuse(REFUSAL_OF[overReason] ?? 'room-over')
}
