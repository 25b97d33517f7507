import { MESSAGE_RATE, PATCH_RATE, RENAME_RATE } from '../../../protocol/limits.ts'
import type { Result } from '../../../protocol/refusal.ts'
import { checkWait, TokenBucket } from '../../broadcast/token-bucket.ts'

/** What may be done so often, each counted for itself. */
const RATES = { messages: MESSAGE_RATE, renames: RENAME_RATE, settingsChanges: PATCH_RATE } as const

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
