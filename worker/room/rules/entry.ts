import {
  AWAY_SEAT_MS,
  CAPACITY,
  CLOSED_SEAT_MS,
  SILENT_SEAT_MS,
  UNUSED_SEAT_MS,
} from '../../../protocol/limits.ts'
import type { Refusal } from '../../../protocol/refusal.ts'

/** A seat as the rules see it. */
export interface SeatFacts {
  /** Whether its participant ever sent a message. */
  spoke: boolean
  connected: boolean
  /** Whether its own side closed its last connection. */
  hasClosed: boolean
  /** When its last connection closed, or when it joined where it never had one; Unix milliseconds. */
  idleSince: number
}

/** When a seat may be given to the next who needs it, where its participant never spoke and is not connected; Unix milliseconds. */
export function abandonedAt({ hasClosed, idleSince }: Pick<SeatFacts, 'hasClosed' | 'idleSince'>): number {
  return idleSince + (hasClosed ? CLOSED_SEAT_MS : SILENT_SEAT_MS)
}

/**
 * Whether a seat may be given to the next who needs it: never spoke, and without a connection for a minute, or for ten
 * seconds where its own side closed that. A link scanner with a real browser must not lock a room for two.
 */
export function isAbandoned(seat: SeatFacts, now: number): boolean {
  return !seat.spoke && !seat.connected && now >= abandonedAt(seat)
}

/**
 * Whether a seat is given back that nobody needs, in a room without a limit: never spoke, and without a connection for long.
 * @param wasHere whether it ever had one
 */
export function isUnused(seat: SeatFacts, wasHere: boolean, now: number): boolean {
  const after = wasHere ? UNUSED_SEAT_MS : SILENT_SEAT_MS
  return !seat.spoke && !seat.connected && now - seat.idleSince >= after
}

/**
 * Whether a host may free the seat, though its participant has spoken: nobody has been connected to it for a minute. The
 * seat of somebody who is only reloading the page is not taken from them.
 */
export function isAway(seat: Pick<SeatFacts, 'connected' | 'idleSince'>, now: number): boolean {
  return !seat.connected && now - seat.idleSince >= AWAY_SEAT_MS
}

/** Someone without a seat, as the door sees it. */
export interface Visitor {
  /** Had one, and was removed. */
  removed: boolean
  /** Bears the host's token: who locked the door is not locked out. */
  isHost: boolean
}

/** The door, before any secret is looked at. */
export function checkLock(visitor: Visitor, room: { locked: boolean }): Refusal | null {
  if (visitor.removed) return { code: 'removed' }
  if (room.locked && !visitor.isHost) return { code: 'room-locked' }
  return null
}

/**
 * The seat itself: room for one more (an abandoned seat counts as free). A room without a limit has the seats that an
 * object can know by heart. The host of a full room gets a seat above the capacity: one and no more, or
 * who bears the host's token could fill the room without end.
 */
export function checkSeat(
  room: { capacity: number | null; taken: number; abandoned: number },
  visitor: { isHost: boolean },
): Refusal | null {
  const seats = (room.capacity ?? CAPACITY.max) + (visitor.isHost ? 1 : 0)
  return room.taken - room.abandoned >= seats ? { code: 'room-full' } : null
}
