import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { MessageAnswer, RelayToRoom, RelayToRoomAnswer } from '../relay-protocol/calls.ts'
import { RoomLink } from './room-link.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const stored = ({ messages, admissions }: RelayToRoom): RelayToRoomAnswer => ({
  messages: messages.map(() => null),
  admissions: admissions.map(() => 'later'),
  lastSeq: 0,
  wakeId: 'b',
  endsAt: 0,
})

/** A line to a room that answers as it is told to. */
function line(answer: (batch: RelayToRoom, call: number) => RelayToRoomAnswer) {
  const calls: RelayToRoom[] = []
  const answers: [string, MessageAnswer][] = []
  let isOver = false
  const up = new RoomLink({
    relay: 'any-0',
    listPresent: () => ['p'],
    step: async () => {},
    callRoom: async (batch) => {
      calls.push(batch)
      return answer(batch, calls.length)
    },
    onRoomWake: () => {},
    onAnswered: () => {},
    onRoomOver: () => {
      isOver = true
    },
  })
  return {
    calls,
    answers,
    up,
    isOver: () => isOver,
    say: (id: string) =>
      up.sendMessage({ participantId: 'p', id, text: id, answer: (said) => answers.push([id, said]) }),
  }
}

const saidIn = (calls: RelayToRoom[]) => calls.map(({ messages }) => messages.map(({ id }) => id))

test('what is said at once goes in one call, and who is here is told with the first', async () => {
  const { calls, answers, say } = line(stored)
  say('a')
  say('b')
  await vi.runAllTimersAsync()
  say('c')
  await vi.runAllTimersAsync()
  expect(saidIn(calls)).toEqual([['a', 'b'], ['c']])
  expect(calls.map(({ present }) => present)).toEqual([['p'], undefined])
  expect(answers.map(([id]) => id)).toEqual(['a', 'b', 'c'])
})

test('a call that fails is made again with the same messages, and each is answered once', async () => {
  const { calls, answers, say } = line((batch, call) => {
    if (call < 4) throw new Error('the room is not reached')
    return stored(batch)
  })
  say('a')
  await vi.runAllTimersAsync()
  expect(saidIn(calls)).toEqual([['a'], ['a'], ['a'], ['a']])
  expect(answers).toEqual([['a', null]])
})

test('where the room can’t be reached, whoever said something is told so, and can say it again', async () => {
  let isDown = true
  const { answers, say, calls } = line((batch) => {
    if (isDown) throw new Error('the room is not reached')
    return stored(batch)
  })
  say('a')
  say('b')
  await vi.runAllTimersAsync()
  const busy = { refusal: { code: 'busy', retryAfter: 1 } }
  expect(answers).toEqual([
    ['a', busy],
    ['b', busy],
  ])
  isDown = false
  say('a')
  await vi.runAllTimersAsync()
  expect(answers.at(-1)).toEqual(['a', null])
  // The room may have lost sight of them meanwhile.
  expect(calls.at(-1)?.present).toEqual(['p'])
})

test('where too much waits for the room, more is not taken', async () => {
  const { up, answers } = line(stored)
  const say = (text: string) =>
    up.sendMessage({ participantId: 'p', id: 'i', text, answer: (said) => answers.push(['i', said]) })
  let taken = 0
  while (say('x'.repeat(16_384)) && taken < 10_000) taken += 1
  expect(taken).toBe(1_025)
  await vi.runAllTimersAsync()
  expect(answers).toHaveLength(taken)
  expect(say('x')).toBe(true)
})

test('what waits for an answer is done after it, in order, however much that is', async () => {
  const { up, answers, say } = line(stored)
  let done = 0
  say('a')
  for (let count = 0; count < 50_000; count += 1) up.runAfterAnswers(() => (done += 1))
  say('b')
  await vi.runAllTimersAsync()
  expect(done).toBe(50_000)
  expect(answers.map(([id]) => id)).toEqual(['a', 'b'])
})

test('who comes back and leaves again while the room is being told is told of once more', async () => {
  const { up, calls } = line((batch, call) => {
    if (call === 1) {
      up.cancelLeave('p')
      up.reportLeave({ participantId: 'p', lastSeenAt: 2, cause: 'closed' })
    }
    return stored(batch)
  })
  up.reportLeave({ participantId: 'p', lastSeenAt: 1, cause: 'cut' })
  await vi.runAllTimersAsync()
  expect(calls.map(({ departures }) => departures)).toEqual([
    [{ participantId: 'p', lastSeenAt: 1, cause: 'cut' }],
    [{ participantId: 'p', lastSeenAt: 2, cause: 'closed' }],
  ])
})

test('who was not let in for all that was said asks alone the next time', async () => {
  const { up, calls, say } = line((batch) => ({
    ...stored(batch),
    admissions: batch.admissions.map(() =>
      batch.messages.length > 0 ? 'later' : { refusal: { code: 'removed' } },
    ),
  }))
  const admitted = vi.fn()
  up.requestAdmission({
    token: 't',
    afterSeq: undefined,
    includeToken: false,
    spareCharacters: 0,
    answer: admitted,
  })
  for (let count = 0; count < 300; count += 1) say(`m${count}`)
  await vi.runAllTimersAsync()
  expect(admitted).toHaveBeenCalledExactlyOnceWith({ refusal: { code: 'removed' } })
  expect(calls.map(({ messages, admissions }) => [messages.length, admissions.length])).toEqual([
    [128, 1],
    [0, 1],
    [128, 0],
    [44, 0],
  ])
})

test('where there is no room any more, who asks to be let in hears so, and it is over', async () => {
  const { up, isOver } = line(() => ({ over: { code: 'room-closed' } }))
  const admitted = vi.fn()
  up.requestAdmission({
    token: 't',
    afterSeq: undefined,
    includeToken: false,
    spareCharacters: 0,
    answer: admitted,
  })
  await vi.runAllTimersAsync()
  expect(admitted).toHaveBeenCalledExactlyOnceWith({ refusal: { code: 'room-closed' } })
  expect(isOver()).toBe(true)
})
