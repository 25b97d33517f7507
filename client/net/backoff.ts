/** Milliseconds. How long a client waits before it tries again. */
export const BACKOFF = {
  /** The first delay is at most this: a restarted server is often back at once. */
  first: 250,
  /** And none is longer than this: people wait for it. */
  longest: 15_000,
  /** A connection that held for so long was a good one, and the next loss starts over. */
  stable: 60_000,
} as const

interface Backoff {
  /** Milliseconds to wait before the next attempt. */
  nextDelay(): number
  /** Resets the wait: an attempt succeeded. */
  recordOpened(): void
}

/**
 * Exponential backoff with full jitter: uniform between 0 and a ceiling that doubles from 250 ms to 15 s. Full jitter,
 * because a deploy drops every socket at the same instant and the clients must not come back at one too. It starts
 * over only after a stable minute, so that a server that accepts and drops at once is not hammered.
 * @param random returns a number from 0 up to but not including 1
 * @param now returns milliseconds that only ever grow
 */
export function makeBackoff({ random, now }: { random(): number; now(): number }): Backoff {
  let ceiling: number = BACKOFF.first
  let openedAt: number | null = null
  return {
    nextDelay() {
      if (openedAt !== null && now() - openedAt >= BACKOFF.stable) ceiling = BACKOFF.first
      openedAt = null
      const delay = random() * ceiling
      ceiling = Math.min(ceiling * 2, BACKOFF.longest)
      return delay
    },
    recordOpened() {
      openedAt = now()
    },
  }
}
