import type { OverReason } from './events.ts'
import { JoinedRoom } from './joined-room.ts'
import { LiveRoom } from './live-room.ts'
import { openSeat } from './opened-seat.ts'
import { type ClientRefusalCode, done, type Outcome, refuse } from './refusal.ts'
import type { RoomSession } from './room-session.ts'
import type { Seat } from './seat.ts'

/** What joining is refused with where it is over before the room has spoken. */
const REFUSAL_OF: Partial<Record<OverReason, ClientRefusalCode>> = {
  destroyed: 'room-not-found',
  expired: 'room-not-found',
  ended: 'room-closed',
  removed: 'removed',
  'no-key': 'no-key',
}

/** What a room is joined with: a link, or a seat that was kept, or both. */
export interface JoinRoomOptions {
  /** The invite link, with its key behind the `#`. */
  link?: string
  /** What `createRoom` or a session gave: with it one comes back as the same participant. */
  seat?: Seat
  /** What this participant is called, 1 to 32 characters; the room chooses a name where this is absent. */
  alias?: string
  password?: string
  /** Gives the attempt up. A room that was joined is left by `leave` or `close`. */
  signal?: AbortSignal
}

/**
 * Joins a room. It resolves once the room has welcomed this participant, or once they wait at its door (`status` is `waiting`).
 */
export async function joinRoom(options: JoinRoomOptions): Promise<Outcome<RoomSession>> {
  const seat = await openSeat(options)
  if (!seat.ok) return seat
  const room = new LiveRoom(seat.value, options.signal)
  const entered = await room.enter()
  if (!entered.ok) return entered
  if (options.signal?.aborted) {
    await room.end('closed')
    return refuse('aborted')
  }
  const { overReason } = room
  return overReason === undefined ? done(new JoinedRoom(room)) : refuse(REFUSAL_OF[overReason] ?? 'room-over')
}
