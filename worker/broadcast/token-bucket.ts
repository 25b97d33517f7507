import { ok, type Result, refused } from '../../protocol/refusal.ts'

/** One object for everybody who need not wait, so that a message makes none. */
const NO_WAIT = ok()

/**
 * Refuses what was done too often of late.
 * @param waitMs milliseconds until it may be done again; 0 where it may be done now
 * @returns a refusal with the whole seconds to wait
 */
export function checkWait(waitMs: number): Result<void> {
  return waitMs > 0 ? refused({ code: 'slow-down', retryAfter: Math.ceil(waitMs / 1000) }) : NO_WAIT
}

/** A limit: `burst` at once, and `perSecond` more each second after that. */
interface Rate {
  burst: number
  perSecond: number
}

/** A token bucket. It reads no clock: each call takes the time, in milliseconds. */
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

  /** Whether every token is there. */
  isFull(now: number): boolean {
    return this.#tokens + (Math.max(0, now - this.#countedAt) / 1000) * this.#perSecond >= this.#burst
  }

  /** Takes `count` tokens, all or none. Returns 0 where it took them; otherwise the milliseconds until there are enough. */
  takeToken(now: number, count = 1): number {
    const wait = this.getWait(now, count)
    if (wait === 0) this.#tokens -= count
    return wait
  }

  /** Returns the milliseconds until there are `count` tokens. Takes none. */
  getWait(now: number, count = 1): number {
    const tokens = this.countTokens(now)
    return tokens >= count ? 0 : Math.ceil(((count - tokens) / this.#perSecond) * 1000)
  }

  /** Returns how many tokens there are; less than 0 where more were spent. */
  countTokens(now: number): number {
    const elapsed = Math.max(0, now - this.#countedAt)
    this.#tokens = Math.min(this.#burst, this.#tokens + (elapsed / 1000) * this.#perSecond)
    this.#countedAt = now
    return this.#tokens
  }

  /** Takes `count` tokens, also where there are fewer. */
  spendTokens(now: number, count: number): void {
    this.#tokens = this.countTokens(now) - count
  }

  /** Takes so many tokens that there is none for `ms` milliseconds. */
  blockFor(now: number, ms: number): void {
    this.#tokens = Math.min(this.countTokens(now), 1 - (ms / 1000) * this.#perSecond)
  }

  /** Puts back what was taken beyond the tokens that there were. */
  forgiveDebt(now: number): void {
    this.#tokens = Math.max(this.countTokens(now), 0)
  }
}
