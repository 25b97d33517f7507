import { MESSAGE_RATE, PATCH_RATE, RENAME_RATE } from '../../../protocol/limits.ts'
import { ok, type Result, refused } from '../../../protocol/refusal.ts'
import { TokenBucket } from '../../broadcast/token-bucket.ts'

/** What may be done so often, each counted for itself. */
const RATES = { messages: MESSAGE_RATE, renames: RENAME_RATE, settingsChanges: PATCH_RATE } as const

/** The same for everyone who need not wait, so that a message makes none. */
const NO_WAIT: Result<void> = ok()

/** How often somebody did what is limited; null until it was done. */
export type RateLimits = { [What in keyof typeof RATES]: TokenBucket | null }

/**
 * Counts one more message, rename or change of settings. Buckets live in memory only and are still exact: an object
 * sleeps after ten quiet seconds at the earliest, and by then every bucket is full again.
 * @param limits of a participant, or of the room for somebody who has no seat
 * @param now Unix milliseconds
 */
export function checkRate<What extends keyof RateLimits>(
  limits: Pick<RateLimits, What>,
  what: What,
  now: number,
): Result<void> {
  limits[what] ??= new TokenBucket(RATES[what], now)
  return checkWait((limits[what] as TokenBucket).takeToken(now))
}

/**
 * @param wait milliseconds until something may be done again; 0 where it may be done now
 * @returns a refusal that says in whole seconds how long to wait
 */
export function checkWait(wait: number): Result<void> {
  return wait > 0 ? refused({ code: 'slow-down', retryAfter: Math.ceil(wait / 1000) }) : NO_WAIT
}
