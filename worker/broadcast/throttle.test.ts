import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EventQueue } from './event-queue.ts'
import { BroadcastThrottle } from './throttle.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const CAME = { event: 'presence.count', data: { present: 2 } } as const

/** A crowd in which everything was told just now. */
function crowd() {
  const telling = new EventQueue()
  const tell = vi.fn()
  const patience = new BroadcastThrottle(tell)
  patience.recordBroadcast(Date.now())
  return {
    telling,
    tell,
    holds: (sockets = 33) => patience.shouldDefer(telling, sockets, Date.now()),
  }
}

test('who comes right after something was told waits for the others, a tenth of a second at most', () => {
  const { telling, tell, holds } = crowd()
  vi.advanceTimersByTime(30)
  telling.enqueueEvent(CAME)
  expect(holds()).toBe(true)
  vi.advanceTimersByTime(30)
  telling.enqueueEvent(CAME)
  expect(holds()).toBe(true)
  vi.advanceTimersByTime(39)
  expect(tell).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(tell).toHaveBeenCalledOnce()
  expect(holds()).toBe(false)
  expect(vi.getTimerCount()).toBe(0)
})

test('what comes alone waits for nothing', () => {
  const { telling, holds } = crowd()
  vi.advanceTimersByTime(100)
  telling.enqueueEvent(CAME)
  expect(holds()).toBe(false)
})

test('nothing waits where few listen', () => {
  const { telling, holds } = crowd()
  telling.enqueueEvent(CAME)
  expect(holds(32)).toBe(false)
})

test('a message waits for nobody, and brings along what waited', () => {
  const { telling, holds } = crowd()
  telling.enqueueEvent(CAME)
  telling.enqueueMessage(1, '{}')
  telling.enqueueEvent(CAME)
  expect(holds()).toBe(false)
  expect(telling.takeEvents()).toHaveLength(3)
  telling.enqueueEvent(CAME)
  expect(holds()).toBe(true)
})

test('a clock that is set back holds nothing up', () => {
  const { telling, holds } = crowd()
  vi.setSystemTime(Date.now() - 60_000)
  telling.enqueueEvent(CAME)
  expect(holds()).toBe(false)
})

test('where there is nothing to tell nothing waits', () => {
  const { holds } = crowd()
  expect(holds()).toBe(false)
})
