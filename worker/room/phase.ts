import { LIFETIME } from '../../protocol/limits.ts'
import type { Expiry } from '../../protocol/room.ts'

/** What decides when a room ends; times in Unix milliseconds, `lifetime` in seconds. */
export interface Life {
  expiry: Expiry
  lifetime: number
  /** The end as it was last set: at creation, or by a host who gave more time. */
  endsAt: number
  /** When that was set. */
  endsSetAt: number
}

/**
 * When a room ends. A fixed room ends at its instant. In a sliding room every message after `endsAt` was set moves
 * the end to `lifetime` after it, and never brings a later end forward: so the end follows from what is stored
 * already, and costs no write of its own.
 * @param lastMessageAt when the newest message was stored, null where there is none
 */
export function endOf(life: Life, lastMessageAt: number | null): number {
  if (life.expiry === 'fixed' || lastMessageAt === null || lastMessageAt < life.endsSetAt) return life.endsAt
  return Math.max(life.endsAt, lastMessageAt + life.lifetime * 1000)
}

/** Whether the room is over at `now`. Asked at every entry: an alarm can be late, or never come. */
export function isOver(life: Life, lastMessageAt: number | null, now: number): boolean {
  return now >= endOf(life, lastMessageAt)
}

/** The latest end that may be set: a day after the creation; in a sliding room, which talking keeps alive, a day from now. */
export function latestEnd(life: Life & { createdAt: number }, now: number): number {
  return (life.expiry === 'sliding' ? now : life.createdAt) + LIFETIME.max * 1000
}
