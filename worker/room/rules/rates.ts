import { MESSAGE_RATE, PATCH_RATE, REACTION_RATE, RENAME_RATE } from '../../../protocol/limits.ts'
import type { Result } from '../../../protocol/refusal.ts'
import { checkWait, TokenBucket } from '../../broadcast/token-bucket.ts'

/** What is limited, each counted by itself. */
const RATES = {
  messages: MESSAGE_RATE,
  reactions: REACTION_RATE,
  renames: RENAME_RATE,
  settingsChanges: PATCH_RATE,
} as const

/** A bucket for everything that is limited; null until somebody first does it. */
export type RateLimits = { [What in keyof typeof RATES]: TokenBucket | null }

/**
 * Counts one more message, reaction, rename or change of settings. Buckets live in memory only and are still exact: an object
 * sleeps after ten quiet seconds at the earliest, and by then every bucket is full again.
 * @param limits the buckets of a participant, or those of the room for everybody who has no seat
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
