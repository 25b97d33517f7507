/** Bindings that the platform has and plain workerd has not. workerd calls each function once, when the server starts. */

import { BoundedMap } from '../worker/http/bounded-map.ts'

/** Keys that one rate limit remembers: at some 100 bytes each, 10 MB when somebody comes from that many addresses. */
const KEYS_MAX = 100_000

/** A rate limit's numbers, from wrangler.toml. */
interface Limits {
  limit: number
  /** Seconds. */
  period: number
}

/**
 * Makes a rate limit that counts in memory, by the clock: each period begins anew. One process serves all, so the count is
 * exact; it is forgotten when the server ends.
 */
export function createRateLimit({ limit, period }: Limits): RateLimit {
  let counts = new BoundedMap<number>(KEYS_MAX)
  let counted = 0
  return {
    async limit({ key }) {
      const now = Math.floor(Date.now() / (period * 1_000))
      if (now !== counted) counts = new BoundedMap(KEYS_MAX)
      counted = now
      const count = (counts.get(key) ?? 0) + 1
      if (count > limit) return { success: false }
      counts.set(key, count)
      return { success: true }
    },
  }
}

/** A setting: what the environment says, or what wrangler.toml says. */
interface Setting {
  /** The variable of the environment; null where it is not set. */
  value: string | null
  initial: string
}

/** Reads a setting. */
export function readSetting({ value, initial }: Setting): string {
  return value ?? initial
}
