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
  #at: number

  constructor(rate: Rate, now: number) {
    this.#burst = rate.burst
    this.#perSecond = rate.perSecond
    this.#tokens = rate.burst
    this.#at = now
  }

  /** Whether nothing is taken out of it (any more). */
  isFull(now: number): boolean {
    return this.#tokens + (Math.max(0, now - this.#at) / 1000) * this.#perSecond >= this.#burst
  }

  /** Takes so many, all or none. Returns 0 where there were as many, else the milliseconds until there are. */
  takeToken(now: number, count = 1): number {
    const wait = this.wait(now, count)
    if (wait === 0) this.#tokens -= count
    return wait
  }

  /** Returns the milliseconds until there are `count`, and takes none. */
  wait(now: number, count = 1): number {
    const tokens = this.left(now)
    return tokens >= count ? 0 : Math.ceil(((count - tokens) / this.#perSecond) * 1000)
  }

  /** Returns how many there are; fewer than none where more were spent. */
  left(now: number): number {
    const elapsed = Math.max(0, now - this.#at)
    this.#tokens = Math.min(this.#burst, this.#tokens + (elapsed / 1000) * this.#perSecond)
    this.#at = now
    return this.#tokens
  }

  /** Takes `count`, also where there are fewer. */
  spend(now: number, count: number): void {
    this.#tokens = this.left(now) - count
  }

  /** Sees to it that there is none for so many milliseconds. */
  block(now: number, ms: number): void {
    this.#tokens = Math.min(this.left(now), 1 - (ms / 1000) * this.#perSecond)
  }

  /** Forgets that more were taken than there were. */
  forgive(now: number): void {
    this.#tokens = Math.max(this.left(now), 0)
  }
}
