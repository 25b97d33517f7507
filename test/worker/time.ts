import { vi } from 'vitest'

/**
 * Lets so many milliseconds pass for all that asks for the time here: tests and objects, until the test is over. Timers, and
 * what the platform notes by itself, such as when a `ping` came, know nothing of it.
 */
export function letTimePass(ms: number): void {
  const real = () => performance.timeOrigin + performance.now()
  const ahead = Date.now() - real() + ms
  vi.spyOn(Date, 'now').mockImplementation(() => Math.floor(real() + ahead))
}
