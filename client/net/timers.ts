/** Time as this folder needs it; passed from outside, so that tests decide when it passes. */
export interface Timers {
  /** Milliseconds that only ever grow. */
  now(): number
  /** Runs once after so many milliseconds, 24 days at most. Returns a function that cancels it. */
  after(ms: number, run: () => void): () => void
}

/** The platform's own time. */
export const realTimers: Timers = {
  now: () => performance.now(),
  after(ms, run) {
    // With more than 31 bits of milliseconds a browser would run it at once.
    const timer = setTimeout(run, Math.min(ms, 0x7fffffff))
    return () => clearTimeout(timer)
  },
}
