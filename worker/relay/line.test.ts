import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Store } from '../room/store.ts'
import { toldMessage } from '../sockets/told.ts'
import type { FromRoom } from './calls.ts'
import { Line } from './line.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const PACE = 100
const NOBODY_MISSES_ANYTHING = {} as Store

/** A line to a relay where somebody is, and what the relay was told, with the milliseconds until then. */
function lineTo(): { line: Line; calls: { at: number; seqs: number[]; batch: Omit<FromRoom, 'born'> }[] } {
  const from = Date.now()
  const calls: ReturnType<typeof lineTo>['calls'] = []
  const line = new Line('a room', NOBODY_MISSES_ANYTHING, 0, async (batch) => {
    calls.push({ at: Date.now() - from, seqs: batch.events.map(({ seq }) => seq), batch })
    return { behind: null }
  })
  line.present = 1
  return { line, calls }
}

const say = (line: Line, seq: number, pace = PACE) => line.tell([toldMessage(seq, '{}')], 1, pace)

test('what comes alone is told at once, and what comes sooner after it than the pace goes together, in time', async () => {
  const { line, calls } = lineTo()
  say(line, 1)
  await vi.advanceTimersByTimeAsync(10)
  say(line, 2)
  await vi.advanceTimersByTimeAsync(30)
  say(line, 3)
  await vi.advanceTimersByTimeAsync(59)
  expect(calls.map(({ at, seqs }) => [at, seqs])).toEqual([[0, [1]]])
  await vi.advanceTimersByTimeAsync(1)
  expect(calls.map(({ at, seqs }) => [at, seqs]).slice(1)).toEqual([[100, [2, 3]]])
  await vi.advanceTimersByTimeAsync(PACE)
  say(line, 4)
  await vi.advanceTimersByTimeAsync(0)
  expect(calls.map(({ at, seqs }) => [at, seqs]).slice(2)).toEqual([[200, [4]]])
})

test('who is sent away is sent away at once, and hears what there was to tell', async () => {
  const { line, calls } = lineTo()
  say(line, 1)
  await vi.advanceTimersByTimeAsync(10)
  say(line, 2)
  await vi.advanceTimersByTimeAsync(10)
  line.drop({ participantId: 'somebody', code: 'removed' })
  await vi.advanceTimersByTimeAsync(0)
  expect(calls.map(({ at, seqs, batch }) => [at, seqs, batch.drops.length])).toEqual([
    [0, [1], 0],
    [20, [2], 1],
  ])
})

test('the end waits for nothing, also while something else waits for its time', async () => {
  const { line, calls } = lineTo()
  say(line, 1)
  await vi.advanceTimersByTimeAsync(10)
  say(line, 2)
  await vi.advanceTimersByTimeAsync(10)
  await line.end([toldMessage(3, '{}')])
  expect(calls.map(({ at, seqs, batch }) => [at, seqs, batch.over])).toEqual([
    [0, [1], false],
    [20, [2, 3], true],
  ])
})

test('a relay where nobody is is told and asked nothing', async () => {
  const { line, calls } = lineTo()
  line.present = 0
  say(line, 1)
  line.check()
  await vi.advanceTimersByTimeAsync(PACE)
  expect(calls).toEqual([])
})
