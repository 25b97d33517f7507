/** The clocks of the device: one that only grows but may stand still in sleep, and one that anybody may set. */
export interface DeviceClock {
  /** Milliseconds since some moment: `performance.now`. */
  steady(): number
  /** Unix milliseconds: `Date.now`. */
  wall(): number
}

/** Milliseconds by which the device's two clocks may part before one of them is no longer believed. */
export const DRIFT_MAX = 1_500

/** The server's time, as far as this device can know it. */
export interface ServerClock {
  /** The server's time in Unix milliseconds, or null before it is known. */
  now(): number | null
  /**
   * Takes a time the server wrote. It was on its way since, so it is a lower bound of the server's time now; with
   * `delay`, the milliseconds it was on its way at most, it is an upper bound too.
   */
  recordServerTime(serverTime: number, delay?: number): void
  /** Whether the device slept, or its time was set, since the server's time was last known for certain. */
  isDoubtful(): boolean
  /**
   * Settles a doubt that the server could not be asked about: where the wall clock ran ahead of the steady one, the
   * device slept, and the wall clock knows for how long. A wall clock that went back was set, and is ignored.
   */
  assumeSlept(): void
}

/**
 * Follows the server's clock by its distance from the device's steady one: whatever the device takes the time for, it
 * doesn't matter. Every time received is a bound of that distance; the tightest counts.
 */
export function makeServerClock({ steady, wall }: DeviceClock): ServerClock {
  let offset: number | null = null
  let gap = wall() - steady()

  return {
    now: () => (offset === null ? null : steady() + offset),
    recordServerTime(serverTime, delay) {
      const least = serverTime - steady()
      if (offset === null || least > offset) offset = least
      if (delay === undefined) return
      offset = Math.min(offset, least + delay)
      gap = wall() - steady()
    },
    isDoubtful: () => Math.abs(wall() - steady() - gap) > DRIFT_MAX,
    assumeSlept() {
      const slept = wall() - steady() - gap
      if (offset !== null && slept > 0) offset += slept
      gap += slept
    },
  }
}
