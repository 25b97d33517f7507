import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Store } from '../room/store.ts'
import { toldMessage } from '../sockets/told.ts'
import { Line } from './line.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const PACE = 100
const NOBODY_MISSES_ANYTHING = {} as Store

/** What the relay was told in one call, and after how many milliseconds. */
interface Call {
  at: number
  seqs: number[]
  drops: number
  over: boolean
}

/** A line to a relay where somebody is. */
function lineTo(): { line: Line; calls: Call[] } {
  const from = Date.now()
  const calls: Call[] = []
  const line = new Line('a room', NOBODY_MISSES_ANYTHING, 0, async ({ events, drops, over }) => {
    calls.push({ at: Date.now() - from, seqs: events.map(({ seq }) => seq), drops: drops.length, over })
    return { behind: null }
  })
  line.present = 1
  return { line, calls }
}

const say = (line: Line, seq: number) => line.tell([toldMessage(seq, '{}')], 1, PACE)

/** The same after 20 milliseconds: 1 was told, and 2 waits for its time. */
async function waiting(): Promise<ReturnType<typeof lineTo>> {
  const { line, calls } = lineTo()
  say(line, 1)
  await vi.advanceTimersByTimeAsync(10)
  say(line, 2)
  await vi.advanceTimersByTimeAsync(10)
  expect(calls).toEqual([FIRST])
  return { line, calls }
}

const FIRST: Call = { at: 0, seqs: [1], drops: 0, over: false }

test('what comes alone is told at once, and what comes sooner after it than the pace goes together, in time', async () => {
  const { line, calls } = await waiting()
  say(line, 3)
  await vi.advanceTimersByTimeAsync(79)
  expect(calls).toEqual([FIRST])
  await vi.advanceTimersByTimeAsync(1)
  expect(calls.slice(1)).toEqual([{ ...FIRST, at: 100, seqs: [2, 3] }])
  await vi.advanceTimersByTimeAsync(PACE)
  say(line, 4)
  await vi.advanceTimersByTimeAsync(0)
  expect(calls.slice(2)).toEqual([{ ...FIRST, at: 200, seqs: [4] }])
})

test('who is sent away is sent away at once, and hears what there was to tell', async () => {
  const { line, calls } = await waiting()
  line.drop({ participantId: 'somebody', code: 'removed' })
  await vi.advanceTimersByTimeAsync(0)
  expect(calls).toEqual([FIRST, { at: 20, seqs: [2], drops: 1, over: false }])
})

test('the end waits for nothing, also while something else waits for its time', async () => {
  const { line, calls } = await waiting()
  await line.end([toldMessage(3, '{}')])
  expect(calls).toEqual([FIRST, { at: 20, seqs: [2, 3], drops: 0, over: true }])
})

test('a relay where nobody is is told and asked nothing', async () => {
  const { line, calls } = lineTo()
  line.present = 0
  say(line, 1)
  line.check()
  await vi.advanceTimersByTimeAsync(PACE)
  expect(calls).toEqual([])
})
