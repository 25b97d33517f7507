import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createGathering, GATHERED } from './create-gathering.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('who comes at about the same time is told of together and once, and who is gone by then is not', () => {
  const told: string[][] = []
  const [names, setNames] = createSignal<string[]>([])
  const dispose = createRoot((dispose) => {
    createGathering(
      names,
      (name) => name,
      (fresh) => told.push(fresh),
    )
    return dispose
  })
  setNames(['Ben'])
  setNames(['Ben', 'Cleo', 'Dora'])
  setNames(['Ben', 'Dora'])
  vi.advanceTimersByTime(GATHERED)
  setNames(['Ben', 'Dora', 'Eve'])
  vi.advanceTimersByTime(GATHERED)
  setNames(['Dora'])
  vi.advanceTimersByTime(GATHERED)
  dispose()
  expect(told).toEqual([['Ben', 'Dora'], ['Eve']])
})
