import { LIFETIME } from '../../../protocol/limits.ts'
import { ok, type Refusal, type Result, refused } from '../../../protocol/refusal.ts'
import type { Expiry } from '../../../protocol/room.ts'
import type { EndReason } from '../../../protocol/room-events.ts'

/**
 * Where a room stands in its life. A stranger's room is open, then gone. A facilitator's is scheduled, open, closed
 * (to be read by its facilitator), then gone. There is no way back.
 */
export type Phase = 'scheduled' | 'open' | 'closed' | 'gone'

/** Every phase in which there is a room. */
export const ANY_PHASE: readonly Phase[] = ['scheduled', 'open', 'closed']
/** Every phase in which somebody may come in, now or later. */
export const BEFORE_CLOSING: readonly Phase[] = ['scheduled', 'open']

/** What decides when a room ends; times in Unix milliseconds, `lifetime` in seconds. */
export interface Lifetime {
  expiry: Expiry
  lifetime: number
  /** When its life began, Unix milliseconds; null while it waits for a second participant. */
  startedAt: number | null
  /** The end as it was last set: at creation, when its life began, or by a change of settings. While it waits: of the waiting. */
  endsAt: number
  /** When that end was set. */
  endsSetAt: number
  /** A facilitator's room only: when it opens, and for how many seconds after its end it is kept. */
  schedule: { opensAt: number; retainFor: number } | null
}

/**
 * Returns when a room ends, Unix milliseconds. A fixed room ends at `endsAt`. In a sliding room every message that comes
 * after `endsAt` was set moves the end to `lifetime` after the message, unless the end is later anyway. So the end follows
 * from what is stored already, and costs no write of its own. While a room waits for a second participant, messages move
 * nothing.
 * @param lastMessageAt when the newest message was stored, null where there is none
 */
export function endTime(room: Lifetime, lastMessageAt: number | null): number {
  const isFixed = room.expiry === 'fixed' || room.startedAt === null
  if (isFixed || lastMessageAt === null || lastMessageAt < room.endsSetAt) return room.endsAt
  return Math.max(room.endsAt, lastMessageAt + room.lifetime * 1000)
}

/** Returns the phase at `now`. Called at every entry, because an alarm can be late, or never come. */
export function phaseOf(room: Lifetime, lastMessageAt: number | null, now: number): Phase {
  const end = endTime(room, lastMessageAt)
  if (room.schedule === null) return now < end ? 'open' : 'gone'
  if (now >= end + room.schedule.retainFor * 1000) return 'gone'
  if (now >= end) return 'closed'
  return now < room.schedule.opensAt ? 'scheduled' : 'open'
}

/**
 * Returns when the room closes or ends next, Unix milliseconds. Opening is no such change, because nothing is done then.
 */
export function nextChange(room: Lifetime, lastMessageAt: number | null, now: number): number {
  const end = endTime(room, lastMessageAt)
  return room.schedule === null || now < end ? end : end + room.schedule.retainFor * 1000
}

/** Returns why the room ends when its time is up. */
export function endReason(room: Lifetime): EndReason {
  return room.schedule === null ? 'expired' : 'ended'
}

/** Returns the refusal of a call that this phase does not allow. */
export function refusalIn(phase: Phase): Refusal {
  if (phase === 'scheduled') return { code: 'room-not-open' }
  return { code: phase === 'closed' ? 'room-closed' : 'room-not-found' }
}

/** Checks that the room is open, for a call that the facilitator alone may make in any phase. */
export function checkOpen(phase: Phase, isFacilitator: boolean): Result<void> {
  return phase === 'open' || isFacilitator ? ok() : refused(refusalIn(phase))
}

/**
 * Returns the latest end that may be set: a day after its life began; in a sliding room, which messages keep alive, a day
 * from now.
 */
export function latestEnd(room: Lifetime, now: number): number {
  const from = room.expiry === 'sliding' ? now : (room.startedAt ?? now)
  return from + LIFETIME.max * 1000
}
