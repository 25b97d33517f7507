import { ACCOUNT_ASK_RATE, ACCOUNT_CHANGE_RATE, ACCOUNT_EXPORT_RATE } from '../../protocol/limits.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import { TokenBucket } from '../broadcast/token-bucket.ts'
import { refuseForNow } from '../sockets/refuse-for-now.ts'

const RATES = { asks: ACCOUNT_ASK_RATE, changes: ACCOUNT_CHANGE_RATE, exports: ACCOUNT_EXPORT_RATE }

/** What somebody who is signed in may do so often and no oftener. */
export type LimitedAction = keyof typeof RATES

/** How often the owner of an account asks for what bothers other objects, on all devices together. One for an account's object. */
export class AccountRateLimits {
  readonly #limited: boolean
  readonly #buckets = new Map<LimitedAction, TokenBucket>()

  /** @param limited false for load tests: then nobody is asked to slow down */
  constructor(limited: boolean) {
    this.#limited = limited
  }

  /**
   * Counts something that is about to be done.
   * @param count how much it costs: of `asks` the rooms that are asked
   * @returns why it may not be done now, or null
   */
  countAction(what: LimitedAction, now: number, count = 1): Refusal | null {
    if (!this.#limited) return null
    const bucket = this.#buckets.get(what) ?? new TokenBucket(RATES[what], now)
    this.#buckets.set(what, bucket)
    return refuseForNow(bucket.takeToken(now, count))
  }
}
