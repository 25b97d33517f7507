import { type Refusal, thenOf } from '../../protocol/refusal.ts'
import { type Unreachable, waitOf } from '../net/http.ts'

/** Milliseconds. How a join that failed for the moment is tried again by itself. */
export const JOIN_RETRY = {
  /** The first wait is at most this, each one after it twice as long. */
  first: 2_000,
  /** And none is longer: somebody sits before it. */
  longest: 30_000,
  /** What is added to the wait that the server asked for, at most: so much, or this share of it where that is more. */
  spread: { least: 2_000, share: 0.25 },
} as const

/** Milliseconds over which those who wait for a room to open come in: a thousand at one instant are refused, and come again. */
export const OPENING_SPREAD = 2_000

/**
 * When a refused join is worth trying again by itself. What the server asks for (`Retry-After`) is the least, and
 * chance is added to it: those who were refused together must not come back together.
 * @param failures how many times in a row it has failed before
 * @param random returns a number from 0 up to but not including 1
 * @returns milliseconds; null where it is the visitor who has to do something
 */
export function retryDelay(
  refusal: Refusal | Unreachable,
  failures: number,
  random: () => number,
): number | null {
  if (refusal.code !== 'unreachable' && thenOf(refusal.code) !== 'retry') return null
  const asked = waitOf(refusal)
  const { least, share } = JOIN_RETRY.spread
  if (asked > 0) return asked + random() * Math.max(least, asked * share)
  const most = Math.min(JOIN_RETRY.first * 2 ** failures, JOIN_RETRY.longest)
  return most / 2 + (random() * most) / 2
}
