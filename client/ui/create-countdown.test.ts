import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import { makeFakeTimers } from '../../test/support/fake-timers.ts'
import { createCountdown } from './create-countdown.ts'

test('a countdown goes from second to second, ends once, and begins again', () => {
  const timers = makeFakeTimers(700)
  createRoot((dispose) => {
    const { left, start } = createCountdown(timers)
    let ended = 0
    const end = () => {
      ended += 1
    }
    expect(left()).toBe(0)
    start(3, end)
    const seen = [left()]
    for (let second = 0; second < 3; second += 1) {
      timers.passTime(999)
      seen.push(left())
      timers.passTime(1)
      seen.push(left())
    }
    expect(seen).toEqual([3, 3, 2, 2, 1, 1, 0])
    expect([ended, timers.waitingCount]).toEqual([1, 0])
    start(60, end)
    start(2, end)
    timers.passTime(2_000)
    expect([left(), ended, timers.waitingCount]).toEqual([0, 2, 0])
    start(5)
    dispose()
    expect(timers.waitingCount).toBe(0)
  })
})
