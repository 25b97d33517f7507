import { createSignal, onCleanup } from 'solid-js'
import { realTimers, type Timers } from '../net/timers.ts'

/** Counts whole seconds down by a monotonic clock. `left` is how many are left; 0 where it does not count. */
export function createCountdown(timers: Timers = realTimers) {
  const [left, setLeft] = createSignal(0)
  let cancel = () => {}

  /** Starts over. @param onEnd called once, when the time is over */
  function start(seconds: number, onEnd?: () => void): void {
    cancel()
    const end = timers.now() + seconds * 1_000
    const look = () => {
      const ms = end - timers.now()
      setLeft(Math.max(0, Math.ceil(ms / 1_000)))
      // Until the next whole second: no figure must stand for two seconds.
      if (ms > 0) cancel = timers.after(ms % 1_000 || 1_000, look)
      else onEnd?.()
    }
    look()
  }
  onCleanup(() => cancel())
  return { left, start }
}
