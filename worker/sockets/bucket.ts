/** A token bucket: so many at once, and so many a second from then on. Pure: time comes from outside, in milliseconds. */
export class Bucket {
  readonly #burst: number
  readonly #perSecond: number
  #tokens: number
  #at: number

  constructor(rate: { burst: number; perSecond: number }, now: number) {
    this.#burst = rate.burst
    this.#perSecond = rate.perSecond
    this.#tokens = rate.burst
    this.#at = now
  }

  /** Whether nothing is taken out of it (any more). */
  isFull(now: number): boolean {
    return this.#tokens + (Math.max(0, now - this.#at) / 1000) * this.#perSecond >= this.#burst
  }

  /** Takes one. Gives 0 where there was one, else the milliseconds until there is. */
  take(now: number): number {
    const elapsed = Math.max(0, now - this.#at)
    this.#tokens = Math.min(this.#burst, this.#tokens + (elapsed / 1000) * this.#perSecond)
    this.#at = now
    if (this.#tokens < 1) return Math.ceil(((1 - this.#tokens) / this.#perSecond) * 1000)
    this.#tokens -= 1
    return 0
  }
}
