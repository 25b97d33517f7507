import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toMessageEvent } from '../../broadcast/event-queue.ts'
import type { RoomToRelayAnswer } from '../../relay-protocol/calls.ts'
import type { MessageStore } from '../storage/message-store.ts'
import { RelayLink, type RelayLinkOptions } from './relay-link.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const PACE = 100
const NOBODY_MISSES_ANYTHING = {} as MessageStore

/** What the relay was told in one call, and after how many milliseconds. */
interface Call {
  at: number
  seqs: number[]
  drops: number
  over: boolean
}

const UP_TO_DATE: RoomToRelayAnswer = { missingAfter: null, isEmpty: false }

/** A line to a relay where somebody is, and which answers so. */
function lineTo(answer = async () => UP_TO_DATE, store = NOBODY_MISSES_ANYTHING) {
  const from = Date.now()
  const calls: Call[] = []
  const onEmpty = vi.fn<RelayLinkOptions['onEmpty']>()
  const line = new RelayLink('a room', store, 0, {
    sendBatch({ events, disconnections: drops, isLast: over }) {
      calls.push({ at: Date.now() - from, seqs: events.map(({ seq }) => seq), drops: drops.length, over })
      return answer()
    },
    onEmpty,
  })
  line.addPresent(true)
  return { line, calls, onEmpty }
}

const say = (line: RelayLink, seq: number) => line.sendEvents([toMessageEvent(seq, '{}')], PACE)

/** The same after 20 milliseconds: 1 was told, and 2 waits for its time. */
async function waiting() {
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
  line.disconnectParticipant({ participantId: 'somebody', code: 'removed' })
  await vi.advanceTimersByTimeAsync(0)
  expect(calls).toEqual([FIRST, { at: 20, seqs: [2], drops: 1, over: false }])
})

test('a clock that is set back makes nobody wait for longer', async () => {
  const { line, calls } = await waiting()
  vi.setSystemTime(Date.now() - 3_600_000)
  say(line, 3)
  await vi.advanceTimersByTimeAsync(PACE)
  expect(calls.flatMap(({ seqs }) => seqs)).toEqual([1, 2, 3])
})

test('who is sent away is sent away also where what the relay missed can’t be read at first', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  let reads = 0
  const history: MessageStore['readHistory'] = () => {
    reads += 1
    if (reads === 1) throw new Error('not read')
    return []
  }
  let isBehind = true
  const answer = async () => {
    // Somebody is removed while the call is under way.
    if (isBehind) line.disconnectParticipant({ participantId: 'somebody', code: 'removed' })
    const missingAfter = isBehind ? 0 : null
    isBehind = false
    return { missingAfter, isEmpty: false }
  }
  const { line, calls } = lineTo(answer, { readHistory: history } as MessageStore)
  say(line, 1)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(reads).toBe(2)
  expect(calls.map(({ drops }) => drops)).toEqual([0, 1])
})

test('a relay that says that nobody is there is believed, unless somebody came meanwhile', async () => {
  let comes = true
  const answer = async () => {
    if (comes) line.addPresent(true)
    comes = false
    return { missingAfter: null, isEmpty: true }
  }
  const { line, onEmpty } = lineTo(answer)
  say(line, 1)
  await vi.advanceTimersByTimeAsync(PACE)
  expect(onEmpty).not.toHaveBeenCalled()
  say(line, 2)
  await vi.advanceTimersByTimeAsync(PACE)
  expect(onEmpty).toHaveBeenCalledOnce()
  const isStill = onEmpty.mock.calls[0]?.[0]
  expect(isStill?.()).toBe(true)
  // With what else the room hears then.
  line.addPresent(true)
  expect(isStill?.()).toBe(false)
})

test('the end waits for nothing, also while something else waits for its time', async () => {
  const { line, calls } = await waiting()
  await line.sendEnd([toMessageEvent(3, '{}')])
  expect(calls).toEqual([FIRST, { at: 20, seqs: [2, 3], drops: 0, over: true }])
})

test('a relay where nobody is is told and asked nothing', async () => {
  const { line, calls } = lineTo()
  line.removePresent()
  say(line, 1)
  line.checkPosition()
  await vi.advanceTimersByTimeAsync(PACE)
  expect(calls).toEqual([])
})

/** A line to a relay that has the messages up to `told`, in a room with these; `isWilling` is false where it never takes any. */
function lineFrom(texts: string[], told: number, isWilling = () => true) {
  const calls: { seqs: number[]; over: boolean; size: number }[] = []
  const history: MessageStore['readHistory'] = (roomId, { after = 0, limit, characters }) => {
    const stored = texts.map((text, at) => {
      const message = {
        id: 'm',
        seq: at + 1,
        roomId,
        participantId: 'p',
        sender: 'Ann',
        text,
        timestamp: 1,
      }
      return { message, json: JSON.stringify(message) }
    })
    const page = stored.slice(after, after + limit)
    let left = characters
    return page.filter(({ json }, at) => {
      left -= json.length
      return left >= 0 || at === 0
    })
  }
  let has = told
  const line = new RelayLink('a room', { readHistory: history } as MessageStore, texts.length, {
    async sendBatch({ afterSeq: after, events, isLast: over }) {
      const size = events.reduce((sum, { json }) => sum + json.length, 0)
      calls.push({ seqs: events.map(({ seq }) => seq), over, size })
      if (calls.length > 100) throw new Error('it never ends')
      if (!isWilling() || after > has) return { missingAfter: has, isEmpty: false }
      has = Math.max(has, ...events.map(({ seq }) => seq))
      return UP_TO_DATE
    },
    onEmpty() {},
  })
  line.addPresent(true)
  return { line, calls }
}

const END = { json: '{"event":"chat.destroy"}', seq: 0, tick: 1, exceptParticipantId: null }

test('a relay that is behind at the end is told so, whatever it has', async () => {
  const { line, calls } = lineFrom(['one', 'two', 'three'], 1)
  const ended = line.sendEnd([END])
  await vi.advanceTimersByTimeAsync(1_000)
  await ended
  expect(calls.at(-1)).toMatchObject({ over: true, seqs: [0] })
})

test('a relay that says for ever that it is behind is told of the end three times, and no more', async () => {
  const { line, calls } = lineFrom(['one'], 0, () => false)
  const ended = line.sendEnd([END])
  await vi.advanceTimersByTimeAsync(60_000)
  await ended
  expect(calls.map(({ over }) => over)).toEqual([true, true, true])
})

test('calls that failed before the end don’t count as tries to tell it', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  let isReached = false
  const { line, calls } = lineFrom(['one', 'two'], 2, () => {
    if (!isReached) throw new Error('not reached')
    return true
  })
  say(line, 3)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(calls.length).toBeGreaterThan(3)
  const ended = line.sendEnd([END])
  await vi.advanceTimersByTimeAsync(1_000)
  isReached = true
  await vi.advanceTimersByTimeAsync(60_000)
  await ended
  expect(calls.at(-1)).toMatchObject({ over: true, seqs: [0] })
})

test('what was missed comes in calls that the platform lets through', async () => {
  const { line, calls } = lineFrom(Array(300).fill('\u0001'.repeat(10_000)), 0)
  line.checkPosition()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(calls.flatMap(({ seqs }) => seqs)).toEqual(Array.from({ length: 300 }, (_, at) => at + 1))
  expect(Math.max(...calls.map(({ size }) => size))).toBeLessThan(4_300_000)
})
