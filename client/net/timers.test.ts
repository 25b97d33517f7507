import { afterEach, expect, test, vi } from 'vitest'
import { realTimers } from './timers.ts'

afterEach(() => vi.useRealTimers())

test('what is to be done in a month is not done at once', async () => {
  vi.useFakeTimers()
  const run = vi.fn()
  const cancel = realTimers.after(30 * 86_400_000, run)
  await vi.advanceTimersByTimeAsync(86_400_000)
  expect(run).not.toHaveBeenCalled()
  cancel()
})

test('what is cancelled is never done, and what is not is done once', async () => {
  vi.useFakeTimers()
  const cancelled = vi.fn()
  const kept = vi.fn()
  realTimers.after(1_000, cancelled)()
  realTimers.after(1_000, kept)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(cancelled).not.toHaveBeenCalled()
  expect(kept).toHaveBeenCalledOnce()
})

test('its time only grows', () => {
  const before = realTimers.now()
  expect(before).toBeGreaterThan(0)
  expect(realTimers.now()).toBeGreaterThanOrEqual(before)
})
