import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Turn } from './turn.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

/** A turn that writes down what it handled. */
function turn() {
  const batches: string[][] = []
  return { batches, turn: new Turn<string>((batch) => batches.push(batch)) }
}

test('what comes alone is handled at once', () => {
  const { batches, turn: one } = turn()
  one.add('a')
  expect(batches).toEqual([['a']])
  vi.runAllTimers()
  one.add('b')
  expect(batches).toEqual([['a'], ['b']])
})

test('what follows within the turn is handled together at its end, in order', () => {
  const { batches, turn: one } = turn()
  for (const item of ['a', 'b', 'c']) one.add(item)
  expect(batches).toEqual([['a']])
  vi.runAllTimers()
  expect(batches).toEqual([['a'], ['b', 'c']])
})

test('while it is busy, the next turn begins with the end of the last one', () => {
  const { batches, turn: one } = turn()
  one.add('a')
  one.add('b')
  vi.advanceTimersToNextTimer()
  one.add('c')
  one.add('d')
  expect(batches).toEqual([['a'], ['b']])
  vi.runAllTimers()
  expect(batches).toEqual([['a'], ['b'], ['c', 'd']])
})

test('what waits can be handled before the end, once', () => {
  const { batches, turn: one } = turn()
  one.add('a')
  one.add('b')
  one.flush()
  vi.runAllTimers()
  expect(batches).toEqual([['a'], ['b']])
})

test('an end that is asked for comes, also where nothing arrives, and leaves no timer behind', () => {
  const { batches, turn: one } = turn()
  one.end()
  one.end()
  expect(batches).toEqual([])
  vi.runAllTimers()
  expect(batches).toEqual([[]])
  expect(vi.getTimerCount()).toBe(0)
})
