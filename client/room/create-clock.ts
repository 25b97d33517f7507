import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js'
import { type DeviceClock, makeServerClock } from '../net/server-clock.ts'
import { realTimers, type Timers } from '../net/timers.ts'

/** Milliseconds. */
export const TICK = {
  /** A tick so late means that the page slept, or was kept from running. */
  late: 3_000,
  /** A correction by less is shown with the next tick: nobody sees it. */
  seen: 50,
  /** The server is asked for its time no more often than this. */
  askEvery: 5_000,
} as const

interface ClockOptions {
  /** Asks the server for its time, Unix milliseconds; null where it doesn't answer. */
  ask(): Promise<number | null>
  /** Whether anybody can see the page: a hidden one is late all the time, and nobody minds. */
  visible?(): boolean
  device?: DeviceClock
  timers?: Timers
}

/** How much time the room has left, for the page. */
export interface Clock {
  /** Milliseconds left until the end by the server's clock, never below 0; null before either is known. */
  left: Accessor<number | null>
  /** The server's time in Unix milliseconds; null before it is known. Not reactive. */
  now(): number | null
  /** Takes a time the server wrote, and the milliseconds it was on its way at most, where that is known. */
  recordServerTime(serverTime: number, delay?: number): void
  /** The page is looked at again: shows the time as it is now, and asks the server if there is any doubt. */
  wake(): void
}

/**
 * Counts down to `end` by the server's clock, whatever the device's shows. Between two times of the server the device's
 * steady clock counts; where it may have stood still (sleep) or the two clocks of the device have parted (sleep, or
 * somebody set the time: they look alike from here) the server is asked.
 * @param end Unix milliseconds by the server's clock, or null
 */
export function createClock(end: Accessor<number | null>, options: ClockOptions): Clock {
  const { timers = realTimers, visible = () => document.visibilityState === 'visible' } = options
  const { steady, wall } = options.device ?? { steady: timers.now, wall: () => Date.now() }
  const server = makeServerClock({ steady, wall })
  const [ticks, setTicks] = createSignal(0)
  let late = false
  let asking = false
  let askAgainAt = Number.NEGATIVE_INFINITY
  let cancel = () => {}
  let over = false

  const left = createMemo(() => {
    ticks()
    const until = end()
    const now = server.now()
    return until === null || now === null ? null : Math.max(0, until - now)
  })
  const show = () => setTicks((count) => count + 1)

  async function settle() {
    if (asking || steady() < askAgainAt) return
    asking = true
    const asked = steady()
    const serverTime = await options.ask()
    asking = false
    if (over) return
    askAgainAt = steady() + TICK.askEvery
    late = false
    if (serverTime === null) server.assumeSlept()
    else server.recordServerTime(serverTime, steady() - asked)
    show()
  }

  function wake() {
    if ((late || server.isDoubtful()) && visible()) void settle()
    show()
  }

  // One timer, set for the instant the count of whole seconds changes, so that no second is shown twice or skipped.
  createEffect(() => {
    const ms = left()
    cancel()
    if (ms === null || ms === 0) return
    const wait = Math.ceil(ms - (Math.ceil(ms / 1_000) - 1) * 1_000)
    const due = steady() + wait
    cancel = timers.after(wait, () => {
      if (steady() - due > TICK.late) late = true
      wake()
    })
  })
  onCleanup(() => {
    over = true
    cancel()
  })

  return {
    left,
    now: server.now,
    recordServerTime(serverTime, delay) {
      const before = server.now()
      server.recordServerTime(serverTime, delay)
      // In a busy room every message carries a time.
      if (before === null || Math.abs((server.now() ?? 0) - before) > TICK.seen) show()
    },
    wake,
  }
}
