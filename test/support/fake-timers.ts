import type { Timers } from '../../client/net/timers.ts'

export interface FakeTimers extends Timers {
  /** Lets so many milliseconds pass, running what falls due on the way, in order. */
  passTime(ms: number): void
  /** How many timers are waiting. */
  readonly waitingCount: number
}

/** Time for tests: it stands still until the test lets it pass. */
export function makeFakeTimers(start = 0): FakeTimers {
  let now = start
  let alarms: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    after(ms, run) {
      const alarm = { at: now + ms, run }
      alarms.push(alarm)
      return () => {
        alarms = alarms.filter((other) => other !== alarm)
      }
    },
    passTime(ms) {
      const until = now + ms
      for (;;) {
        // The earliest; of two at the same time the one that was set first.
        const next = alarms.reduce<(typeof alarms)[number] | undefined>(
          (best, alarm) => (alarm.at <= until && (!best || alarm.at < best.at) ? alarm : best),
          undefined,
        )
        if (!next) break
        alarms = alarms.filter((alarm) => alarm !== next)
        now = Math.max(now, next.at)
        next.run()
      }
      now = until
    },
    get waitingCount() {
      return alarms.length
    },
  }
}
