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
