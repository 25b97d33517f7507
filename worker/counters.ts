import type { RefusalCode } from '../protocol/refusal.ts'
import type { Bindings } from './env.ts'
import type { CountersLine, Counts } from './log-line.ts'

/** Milliseconds from one report of an isolate to the next, at least. */
export const REPORT_EVERY_MS = 60_000

/** What is counted besides refusals. */
export type Counter = Exclude<keyof Counts, 'seconds' | 'refusals'>

/**
 * Counts what happens, without content: one number more for each event, in the memory of the isolate. Nothing of it is stored, no object
 * is called for it, and no timer waits for it, which would keep an object awake. So what was counted since the last report is
 * lost with the isolate: the numbers are a lower bound.
 */
export class Counters {
  #counts = makeCounts()
  #refusals = new Map<RefusalCode, number>()
  /** When counting began, or was reported last, Unix milliseconds; null before. */
  #since: number | null = null
  #reportedAt = Number.NEGATIVE_INFINITY
  #isEmpty = true

  /** Counts one more. */
  count(counter: Counter): void {
    this.#counts[counter] += 1
    this.#isEmpty = false
  }

  /** Counts a refusal. */
  countRefusal(code: RefusalCode): void {
    this.#refusals.set(code, (this.#refusals.get(code) ?? 0) + 1)
    this.#isEmpty = false
  }

  /**
   * Takes what was counted, where it is time to report it: at once the first time, because an isolate may not live for a
   * minute, and once a minute from then on.
   * @returns null where it is too early, or nothing was counted
   */
  takeIfDue(now: number): Counts | null {
    this.#since ??= now
    const passed = now - this.#reportedAt
    // A clock that was set back must not end the reports.
    if (this.#isEmpty || (passed >= 0 && passed < REPORT_EVERY_MS)) return null
    const taken: Counts = {
      seconds: Math.max(0, Math.round((now - this.#since) / 1000)),
      ...this.#counts,
      refusals: Object.fromEntries(this.#refusals),
    }
    this.#counts = makeCounts()
    this.#refusals.clear()
    this.#isEmpty = true
    this.#since = now
    this.#reportedAt = now
    return taken
  }
}

function makeCounts(): Record<Counter, number> {
  return { roomsOpened: 0, roomsEnded: 0, messages: 0, relays: 0 }
}

/** What this isolate has counted: the Worker and the objects that run in it. */
export const counters = new Counters()

/**
 * Reports what this isolate has counted, where it is time: to Workers Analytics Engine where that is bound, and otherwise as a line.
 * @param write writes the line: an object by itself, the Worker from within one
 */
export function reportCounters(
  bindings: Pick<Bindings, 'COUNTERS'>,
  now: number,
  write: (line: CountersLine) => void,
): void {
  const counts = counters.takeIfDue(now)
  if (counts === null) return
  const { COUNTERS } = bindings
  if (COUNTERS === undefined) return write({ level: 'info', event: 'counters', ...counts })
  for (const point of toDataPoints(counts)) COUNTERS.writeDataPoint(point)
}

/** Makes a data point of each number above 0: its name is the index and the first blob, and the code of a refusal the second. */
export function toDataPoints({ seconds: _, refusals, ...counts }: Counts): AnalyticsEngineDataPoint[] {
  const numbers: [string, string, number][] = [
    ...Object.entries(counts).map(([name, count]): [string, string, number] => [name, '', count]),
    ...Object.entries(refusals).map(([code, count]): [string, string, number] => ['refusals', code, count]),
  ]
  return numbers
    .filter(([, , count]) => count > 0)
    .map(([name, code, count]) => ({ indexes: [name], blobs: [name, code], doubles: [count] }))
}
