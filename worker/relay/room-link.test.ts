import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ok, refused } from '../../protocol/refusal.ts'
import { claimMessageId, claimParticipantId } from '../ids.ts'
import {
  type AdmissionRequest,
  type MessageAnswer,
  type RelayToRoom,
  type RelayToRoomAnswer,
  type RelayToRoomReply,
  STORED,
} from '../relay-protocol/calls.ts'
import { RoomLink } from './room-link.ts'

const P = claimParticipantId('p')

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** The reply of a room that stores every message, and has no place for admissions in its answer. */
const storeAll = ({ messages, admissions }: RelayToRoom): RelayToRoomReply => ({
  messages: messages.map(() => STORED),
  admissions: admissions.map(() => 'later'),
  lastSeq: 0,
  wakeId: 'b',
  endsAt: 0,
})

const UPGRADE: AdmissionRequest = {
  token: 't',
  afterSeq: undefined,
  includeToken: false,
  spareCharacters: 0,
}

/** A relay's end of the calls to a room that answers like this. @param answer gets the number of the call, from 1 on */
function linkTo(answer: (batch: RelayToRoom, call: number) => RelayToRoomAnswer) {
  const calls: RelayToRoom[] = []
  const answers: [string, MessageAnswer][] = []
  const onRoomOver = vi.fn()
  const roomLink = new RoomLink({
    relay: 'any-0',
    listPresent: () => [P],
    step: async () => {},
    callRoom: async (batch) => {
      calls.push(batch)
      return answer(batch, calls.length)
    },
    onRoomWake: () => {},
    onAnswered: () => {},
    onRoomOver,
  })
  return {
    calls,
    answers,
    roomLink,
    onRoomOver,
    sendMessage: (id: string, text = id) =>
      roomLink.sendMessage({
        participantId: P,
        id: claimMessageId(id),
        text,
        answer: (result) => answers.push([id, result]),
      }),
  }
}

const messageIds = (calls: RelayToRoom[]) =>
  calls.map(({ messages }) => messages.map((passed) => ('id' in passed ? passed.id : passed.code)))

test('a reaction goes with the messages, in the order in which they were sent, and only a refusal is told', async () => {
  const { calls, roomLink, sendMessage } = linkTo((batch) => ok(storeAll(batch)))
  sendMessage('a')
  const answers: boolean[] = []
  const react = (on: boolean) =>
    roomLink.sendMessage({
      participantId: P,
      seq: 1,
      code: 'heart',
      on,
      answer: ({ ok: isOk }) => answers.push(isOk),
    })
  react(true)
  react(false)
  sendMessage('b')
  await vi.runAllTimersAsync()
  expect(calls.map(({ messages }) => messages)).toEqual([
    [
      { participantId: P, id: 'a', text: 'a' },
      { participantId: P, seq: 1, code: 'heart', on: true },
      { participantId: P, seq: 1, code: 'heart', on: false },
      { participantId: P, id: 'b', text: 'b' },
    ],
  ])
  expect(answers).toEqual([true, true])
})

test('messages sent at once go in one call, and the first call lists who is present', async () => {
  const { calls, answers, sendMessage } = linkTo((batch) => ok(storeAll(batch)))
  sendMessage('a')
  sendMessage('b')
  await vi.runAllTimersAsync()
  sendMessage('c')
  await vi.runAllTimersAsync()
  expect(messageIds(calls)).toEqual([['a', 'b'], ['c']])
  expect(calls.map(({ present }) => present)).toEqual([['p'], undefined])
  expect(answers.map(([id]) => id)).toEqual(['a', 'b', 'c'])
})

test('a call that fails is made again with the same messages, and each is answered once', async () => {
  const { calls, answers, sendMessage } = linkTo((batch, call) => {
    if (call < 4) throw new Error('the room is not reached')
    return ok(storeAll(batch))
  })
  sendMessage('a')
  await vi.runAllTimersAsync()
  expect(messageIds(calls)).toEqual([['a'], ['a'], ['a'], ['a']])
  expect(answers).toEqual([['a', STORED]])
})

test('where the room can’t be reached, every message is refused and can be sent again', async () => {
  let isDown = true
  const { answers, sendMessage, calls } = linkTo((batch) => {
    if (isDown) throw new Error('the room is not reached')
    return ok(storeAll(batch))
  })
  sendMessage('a')
  sendMessage('b')
  await vi.runAllTimersAsync()
  const busy = refused({ code: 'busy', retryAfter: 1 })
  expect(answers).toEqual([
    ['a', busy],
    ['b', busy],
  ])
  isDown = false
  sendMessage('a')
  await vi.runAllTimersAsync()
  expect(answers.at(-1)).toEqual(['a', STORED])
  // The room may no longer know who is present here.
  expect(calls.at(-1)?.present).toEqual(['p'])
})

test('where too much waits for the room, more messages are not taken', async () => {
  const { answers, sendMessage } = linkTo((batch) => ok(storeAll(batch)))
  let taken = 0
  while (sendMessage('i', 'x'.repeat(16_384)).ok && taken < 10_000) taken += 1
  expect(taken).toBe(1_025)
  await vi.runAllTimersAsync()
  expect(answers).toHaveLength(taken)
  expect(sendMessage('i', 'x').ok).toBe(true)
})

test('what waits for an answer runs after it, in order, however much that is', async () => {
  const { roomLink, answers, sendMessage } = linkTo((batch) => ok(storeAll(batch)))
  let done = 0
  sendMessage('a')
  for (let count = 0; count < 50_000; count += 1) roomLink.runAfterAnswers(() => (done += 1))
  sendMessage('b')
  await vi.runAllTimersAsync()
  expect(done).toBe(50_000)
  expect(answers.map(([id]) => id)).toEqual(['a', 'b'])
})

test('the second leave of somebody who came back during a call is reported with the next', async () => {
  const { roomLink, calls } = linkTo((batch, call) => {
    if (call === 1) {
      roomLink.cancelLeave(P)
      roomLink.reportLeave({ participantId: P, lastSeenAt: 2, cause: 'closed' })
    }
    return ok(storeAll(batch))
  })
  roomLink.reportLeave({ participantId: P, lastSeenAt: 1, cause: 'cut' })
  await vi.runAllTimersAsync()
  expect(calls.map(({ departures }) => departures)).toEqual([
    [{ participantId: P, lastSeenAt: 1, cause: 'cut' }],
    [{ participantId: P, lastSeenAt: 2, cause: 'closed' }],
  ])
})

test('an admission that messages left no place for goes alone in the next call', async () => {
  const { roomLink, calls, sendMessage } = linkTo((batch) => {
    const admissions = batch.admissions.map(() => (batch.messages.length > 0 ? 'later' : refused('removed')))
    return ok({ ...storeAll(batch), admissions })
  })
  const answer = vi.fn()
  roomLink.requestAdmission({ ...UPGRADE, answer })
  for (let count = 0; count < 300; count += 1) sendMessage(`m${count}`)
  await vi.runAllTimersAsync()
  expect(answer).toHaveBeenCalledExactlyOnceWith(refused('removed'))
  expect(calls.map(({ messages, admissions }) => [messages.length, admissions.length])).toEqual([
    [128, 1],
    [0, 1],
    [128, 0],
    [44, 0],
  ])
})

test('where the room is over, an admission is refused with the room’s reason', async () => {
  const { roomLink, onRoomOver } = linkTo(() => refused('room-closed'))
  const answer = vi.fn()
  roomLink.requestAdmission({ ...UPGRADE, answer })
  await vi.runAllTimersAsync()
  expect(answer).toHaveBeenCalledExactlyOnceWith(refused('room-closed'))
  expect(onRoomOver).toHaveBeenCalledOnce()
})
