import { ACCOUNT_ASK_RATE, ACCOUNT_CHANGE_RATE, ACCOUNT_EXPORT_RATE } from '../../protocol/account-limits.ts'
import { ok, type Result } from '../../protocol/refusal.ts'
import { checkWait, TokenBucket } from '../broadcast/token-bucket.ts'

const RATES = { asks: ACCOUNT_ASK_RATE, changes: ACCOUNT_CHANGE_RATE, exports: ACCOUNT_EXPORT_RATE }

/** What the owner of an account may do only so often. */
export type LimitedAction = keyof typeof RATES

/**
 * The rate limits of an account's requests to other objects, on all devices together. One for an account's object.
 */
export class AccountRateLimits {
  readonly #isLimited: boolean
  readonly #buckets = new Map<LimitedAction, TokenBucket>()

  /** @param isLimited false for load tests: then nothing is refused */
  constructor(isLimited: boolean) {
    this.#isLimited = isLimited
  }

  /**
   * Counts an action that is about to be done.
   * @param cost how much it counts: for `asks`, the rooms that are asked
   * @returns `slow-down` where it may not be done now
   */
  countAction(action: LimitedAction, now: number, cost = 1): Result<void> {
    if (!this.#isLimited) return ok()
    const bucket = this.#buckets.get(action) ?? new TokenBucket(RATES[action], now)
    this.#buckets.set(action, bucket)
    return checkWait(bucket.takeToken(now, cost))
  }
}
