/** Time as this folder needs it; given from outside, so that tests decide when it passes. */
export interface Timers {
  /** Milliseconds that only ever grow. */
  now(): number
  /** Runs once after so many milliseconds; gives what cancels it. */
  after(ms: number, run: () => void): () => void
}

/** The platform's own time. */
export const realTimers: Timers = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
