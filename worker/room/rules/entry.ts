import {
  AWAY_SEAT_MS,
  CAPACITY,
  CLOSED_SEAT_MS,
  SILENT_SEAT_MS,
  UNUSED_SEAT_MS,
} from '../../../protocol/limits.ts'
import { ok, type Result, refused } from '../../../protocol/refusal.ts'

/** How a seat is used, as the rules see it. */
export interface SeatUse {
  /** Whether its participant ever sent a message. */
  hasSpoken: boolean
  isConnected: boolean
  /** Whether its own side closed its last connection. */
  hasClosed: boolean
  /** When its last connection closed, or, where it never had one, when it was taken; Unix milliseconds. */
  idleSince: number
}

/**
 * @returns from when on somebody else may take the seat of a silent participant without a connection; Unix milliseconds
 */
export function abandonedAt({ hasClosed, idleSince }: Pick<SeatUse, 'hasClosed' | 'idleSince'>): number {
  return idleSince + (hasClosed ? CLOSED_SEAT_MS : SILENT_SEAT_MS)
}

/**
 * Whether somebody who needs a seat may take this one: its participant never spoke and has had no connection for a minute,
 * or for ten seconds where their own side closed the last one. A mail scanner that opens invite links in a real browser must
 * not fill a room for two.
 */
export function isAbandoned(seat: SeatUse, now: number): boolean {
  return !seat.hasSpoken && !seat.isConnected && now >= abandonedAt(seat)
}

/**
 * Whether a seat of a room without a limit is freed although nobody needs it: its participant never spoke and has had no
 * connection for long.
 * @param wasConnected whether the participant ever had a connection
 */
export function isUnused(seat: SeatUse, wasConnected: boolean, now: number): boolean {
  const after = wasConnected ? UNUSED_SEAT_MS : SILENT_SEAT_MS
  return !seat.hasSpoken && !seat.isConnected && now - seat.idleSince >= after
}

/**
 * Whether a host may free a seat, also of a participant who has spoken: there was no connection for a minute. Somebody who
 * only reloads the page keeps the seat.
 */
export function isAway(seat: Pick<SeatUse, 'isConnected' | 'idleSince'>, now: number): boolean {
  return !seat.isConnected && now - seat.idleSince >= AWAY_SEAT_MS
}

/** Somebody without a seat. */
export interface Visitor {
  /** Whether they had a seat, and were removed. */
  isRemoved: boolean
  /** Whether they have the host token: a host who locked the room is not locked out. */
  isHost: boolean
}

/** Checks that the visitor was not removed, and that the room is not locked. */
export function checkLock(visitor: Visitor, room: { locked: boolean }): Result<void> {
  if (visitor.isRemoved) return refused('removed')
  if (room.locked && !visitor.isHost) return refused('room-locked')
  return ok()
}

/** How many seats a room has and how many of them are in use. */
export interface Occupancy {
  /** Null where the room has no limit of its own. */
  capacity: number | null
  taken: number
  /** How many of the taken seats are abandoned. */
  abandoned: number
}

/**
 * Checks whether there is a seat for one more; an abandoned seat counts as free. A room without a limit has as many seats
 * as an object can hold in memory. The host of a full room may take one seat above the capacity, and no more than one:
 * otherwise somebody with the host token could fill the room without end.
 */
export function checkSeat(
  { capacity, taken, abandoned }: Occupancy,
  visitor: Pick<Visitor, 'isHost'>,
): Result<void> {
  const seats = (capacity ?? CAPACITY.max) + (visitor.isHost ? 1 : 0)
  return taken - abandoned >= seats ? refused('room-full') : ok()
}
