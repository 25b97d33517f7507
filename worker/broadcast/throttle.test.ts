import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EventQueue } from './event-queue.ts'
import { BroadcastThrottle } from './throttle.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const CAME = { event: 'presence.count', data: { present: 2 } } as const

/** A large room in which everything was broadcast just now. */
function largeRoom() {
  const events = new EventQueue()
  const broadcast = vi.fn()
  const throttle = new BroadcastThrottle(broadcast)
  throttle.recordBroadcast(Date.now())
  return {
    events,
    broadcast,
    holds: (sockets = 33) => throttle.shouldDefer(events, sockets, Date.now()),
  }
}

test('who comes right after something was broadcast waits for the others, a tenth of a second at most', () => {
  const { events, broadcast, holds } = largeRoom()
  vi.advanceTimersByTime(30)
  events.enqueueEvent(CAME)
  expect(holds()).toBe(true)
  vi.advanceTimersByTime(30)
  events.enqueueEvent(CAME)
  expect(holds()).toBe(true)
  vi.advanceTimersByTime(39)
  expect(broadcast).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(broadcast).toHaveBeenCalledOnce()
  expect(holds()).toBe(false)
  expect(vi.getTimerCount()).toBe(0)
})

test('what comes alone waits for nothing', () => {
  const { events, holds } = largeRoom()
  vi.advanceTimersByTime(100)
  events.enqueueEvent(CAME)
  expect(holds()).toBe(false)
})

test('nothing waits where few listen', () => {
  const { events, holds } = largeRoom()
  events.enqueueEvent(CAME)
  expect(holds(32)).toBe(false)
})

test('a message waits for nobody, and brings along what waited', () => {
  const { events, holds } = largeRoom()
  events.enqueueEvent(CAME)
  events.enqueueMessage(1, '{}')
  events.enqueueEvent(CAME)
  expect(holds()).toBe(false)
  expect(events.takeEvents()).toHaveLength(3)
  events.enqueueEvent(CAME)
  expect(holds()).toBe(true)
})

test('a clock that is set back holds nothing up', () => {
  const { events, holds } = largeRoom()
  vi.setSystemTime(Date.now() - 60_000)
  events.enqueueEvent(CAME)
  expect(holds()).toBe(false)
})

test('where there is nothing to broadcast nothing waits', () => {
  const { holds } = largeRoom()
  expect(holds()).toBe(false)
})
