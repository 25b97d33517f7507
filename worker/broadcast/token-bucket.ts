import { ok, type Result, refused } from '../../protocol/refusal.ts'

const NO_WAIT = ok()

/**
 * Refuses somebody who did something too often of late.
 * @param waitMs milliseconds until it may be done again; 0 where it may be done now
 */
export function checkWait(waitMs: number): Result<void> {
  return waitMs > 0 ? refused({ code: 'slow-down', retryAfter: Math.ceil(waitMs / 1000) }) : NO_WAIT
}

/** So many at once, and so many a second from then on. */
export interface Rate {
  burst: number
  perSecond: number
}

/** A token bucket. Pure: time comes from outside, in milliseconds. */
export class TokenBucket {
  readonly #burst: number
  readonly #perSecond: number
  #tokens: number
  #countedAt: number

  constructor(rate: Rate, now: number) {
    this.#burst = rate.burst
    this.#perSecond = rate.perSecond
    this.#tokens = rate.burst
    this.#countedAt = now
  }

  /** Whether nothing is taken out of it (any more). */
  isFull(now: number): boolean {
    return this.#tokens + (Math.max(0, now - this.#countedAt) / 1000) * this.#perSecond >= this.#burst
  }

  /** Takes so many, all or none. Returns 0 where there were as many, else the milliseconds until there are. */
  takeToken(now: number, count = 1): number {
    const wait = this.getWait(now, count)
    if (wait === 0) this.#tokens -= count
    return wait
  }

  /** Returns the milliseconds until there are `count`, and takes none. */
  getWait(now: number, count = 1): number {
    const tokens = this.countTokens(now)
    return tokens >= count ? 0 : Math.ceil(((count - tokens) / this.#perSecond) * 1000)
  }

  /** Returns how many there are; fewer than none where more were spent. */
  countTokens(now: number): number {
    const elapsed = Math.max(0, now - this.#countedAt)
    this.#tokens = Math.min(this.#burst, this.#tokens + (elapsed / 1000) * this.#perSecond)
    this.#countedAt = now
    return this.#tokens
  }

  /** Takes `count`, also where there are fewer. */
  spendTokens(now: number, count: number): void {
    this.#tokens = this.countTokens(now) - count
  }

  /** Sees to it that there is none for so many milliseconds. */
  blockFor(now: number, ms: number): void {
    this.#tokens = Math.min(this.countTokens(now), 1 - (ms / 1000) * this.#perSecond)
  }

  /** Forgets that more were taken than there were. */
  forgiveDebt(now: number): void {
    this.#tokens = Math.max(this.countTokens(now), 0)
  }
}
