import { type Refusal, thenOf } from '../../protocol/refusal.ts'
import { type Unreachable, waitOf } from '../net/http.ts'

/** Milliseconds that the first wait for another attempt lasts at most; each one after it lasts twice as long. */
const FIRST_WAIT_MAX = 2_000

/** Milliseconds that no wait exceeds: a person sits before it. */
const WAIT_MAX = 30_000

/** Milliseconds by which a wait that the server asked for is spread at least. */
export const RETRY_SPREAD_MIN = 2_000

/** The share of a wait that the server asked for by which it is spread, where that is more. */
const RETRY_SPREAD_SHARE = 0.25

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
  if (asked > 0) return asked + random() * Math.max(RETRY_SPREAD_MIN, asked * RETRY_SPREAD_SHARE)
  const most = Math.min(FIRST_WAIT_MAX * 2 ** failures, WAIT_MAX)
  return most / 2 + (random() * most) / 2
}
