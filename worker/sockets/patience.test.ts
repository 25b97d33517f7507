import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Patience } from './patience.ts'
import { Telling } from './told.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const CAME = { event: 'presence.count', data: { present: 2 } } as const

/** A crowd in which everything was told just now. */
function crowd() {
  const telling = new Telling()
  const tell = vi.fn()
  const patience = new Patience(tell)
  patience.told(Date.now())
  return {
    telling,
    tell,
    holds: (sockets = 33) => patience.holds(telling, sockets, Date.now()),
  }
}

test('who comes right after something was told waits for the others, a tenth of a second at most', () => {
  const { telling, tell, holds } = crowd()
  vi.advanceTimersByTime(30)
  telling.add(CAME)
  expect(holds()).toBe(true)
  vi.advanceTimersByTime(30)
  telling.add(CAME)
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
  telling.add(CAME)
  expect(holds()).toBe(false)
})

test('nothing waits where few listen', () => {
  const { telling, holds } = crowd()
  telling.add(CAME)
  expect(holds(32)).toBe(false)
})

test('a message waits for nobody, and brings along what waited', () => {
  const { telling, holds } = crowd()
  telling.add(CAME)
  telling.addMessage(1, '{}')
  telling.add(CAME)
  expect(holds()).toBe(false)
  expect(telling.take()).toHaveLength(3)
  telling.add(CAME)
  expect(holds()).toBe(true)
})

test('a clock that is set back holds nothing up', () => {
  const { telling, holds } = crowd()
  vi.setSystemTime(Date.now() - 60_000)
  telling.add(CAME)
  expect(holds()).toBe(false)
})

test('where there is nothing to tell nothing waits', () => {
  const { holds } = crowd()
  expect(holds()).toBe(false)
})
