import { openSeat } from './opened-seat.ts'
import type { Outcome } from './refusal.ts'
import type { RoomSession } from './room-session.ts'
import type { Seat } from './seat.ts'
import { startRoomSession } from './start-room-session.ts'

/** What a room is joined with: a link, or a seat that was kept, or both. */
export interface JoinRoomOptions {
  /** The invite link, with its key behind the `#`. */
  link?: string
  /** What `createRoom` or a session gave: with it one comes back as the same participant. */
  seat?: Seat
  /** What this participant is called, 1 to 32 characters; the room chooses a name where this is absent. */
  alias?: string
  password?: string
  /**
   * False for somebody who forgets the seat afterwards and comes back by the link, as a command does: then the link of a room for
   * two does not close once both have spoken. True unless given.
   */
  keepsSeat?: boolean
  /** Gives the attempt up. A room that was joined is left by `leave` or `close`. */
  signal?: AbortSignal
}

/**
 * Joins a room. It resolves once the room has welcomed this participant, or once they wait at its door (`status` is `waiting`).
 */
export async function joinRoom(options: JoinRoomOptions): Promise<Outcome<RoomSession>> {
  const seat = await openSeat(options)
  return seat.ok ? startRoomSession(seat.value, options.signal) : seat
}
