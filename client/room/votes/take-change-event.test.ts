import { expect, test } from 'vitest'
import type { MessageChange } from '../../../protocol/reactions.ts'
import type { RoomEvent } from '../../../protocol/room-events.ts'
import { exampleMessage, exampleWelcome } from '../../../test/support/examples.ts'
import { makeFakeTimers } from '../../../test/support/fake-timers.ts'
import type { RoomApi } from '../../net/room-api.ts'
import { HISTORY_RETRY_DELAY } from '../history.ts'
import { emptyRoom } from '../room-state.ts'
import { currentChange } from './current-change.ts'
import { takeChangeEvent } from './take-change-event.ts'

type Fetch = RoomApi['fetchMessages']

/** A page that takes events, and answers a call with what is given. */
function makePage(fetchMessages: Fetch = () => Promise.reject(new Error('nothing is asked for'))) {
  const latest = emptyRoom()
  const timers = makeFakeTimers()
  const options = {
    roomId: 'r',
    api: { fetchMessages },
    timers,
    mutate: (run: (state: typeof latest) => void) => run(latest),
    isStopped: () => false,
    decrypt: async () => {},
  }
  return { latest, timers, take: (event: RoomEvent) => takeChangeEvent(options, event) }
}

const told = (change: MessageChange): RoomEvent => ({ event: 'chat.reactions', data: change })
const message = { ...exampleMessage(1), rev: 3, reactions: { 0: 2 }, mine: ['0'] }

function welcome(data: object): RoomEvent {
  const event = exampleWelcome([])
  return { ...event, data: { ...event.data, ...data } } as RoomEvent
}

test('a tally with the same rev or a higher one counts, and one with a lower rev does not', () => {
  const { latest, take } = makePage()
  for (const [rev, count] of [
    [4, 3],
    [4, 5],
    [3, 1],
  ] as const)
    take(told({ seq: 1, rev, reactions: { 0: count } }))
  expect(latest.changes[1]).toMatchObject({ rev: 4, reactions: { 0: 5 } })
  expect(latest.rev).toBe(4)
})

test('who has read a message of one’s own is noted beside it, which stays the same object', () => {
  const { latest, take } = makePage()
  take(welcome({ messages: [message] }))
  const list = latest.messages
  take({ event: 'chat.read', data: { seq: 1, read: 2, of: 5 } })
  expect([latest.reads[1], latest.messages === list]).toMatchObject([{ read: 2, of: 5 }, true])
})

test('a tally that says nothing of the own vote leaves it as the message has it', () => {
  const { latest, take } = makePage()
  expect(currentChange(message, latest.changes)).toMatchObject({ reactions: { 0: 2 }, mine: ['0'] })
  take(told({ seq: 1, rev: 4, reactions: { 0: 3 } }))
  expect(currentChange(message, latest.changes)).toMatchObject({ reactions: { 0: 3 }, mine: ['0'] })
})

test('a page of history that is newer than what was told counts', () => {
  const { latest, take } = makePage()
  take(told({ seq: 1, rev: 2, reactions: { 0: 1 } }))
  expect(currentChange(message, latest.changes)).toMatchObject({ rev: 3, reactions: { 0: 2 } })
})

test('who was away takes what changed from the welcome, the end of their own votes too', () => {
  const { latest, take } = makePage()
  take(welcome({ rev: 6, changes: [{ seq: 1, rev: 5, reactions: { 0: 1 }, closed: true }] }))
  expect(currentChange(message, latest.changes)).toEqual({
    seq: 1,
    rev: 5,
    reactions: { 0: 1 },
    closed: true,
    mine: [],
  })
  expect(latest.rev).toBe(6)
})

test('the own votes that a welcome names stay when a tally names nobody', () => {
  const { latest, take } = makePage()
  take(welcome({ rev: 5, changes: [{ seq: 1, rev: 5, reactions: { 1: 1 }, mine: ['1'] }] }))
  take(told({ seq: 1, rev: 6, reactions: { 1: 2 } }))
  expect(currentChange(message, latest.changes)).toMatchObject({ reactions: { 1: 2 }, mine: ['1'] })
})

test('what is too much for a welcome is fetched, above the newest that was told, until it is here', async () => {
  const asked: unknown[] = []
  const fetchMessages: Fetch = async (_, query) => {
    asked.push(query)
    if (asked.length === 1) return { ok: false, refusal: { code: 'unreachable' } }
    return { ok: true, value: { messages: [message], lastSeq: 1 } }
  }
  const { latest, timers, take } = makePage(fetchMessages)
  take(told({ seq: 9, rev: 2, reactions: {} }))
  take(welcome({ rev: 700, changesFrom: 'start' }))
  await new Promise((resolve) => setTimeout(resolve))
  timers.passTime(HISTORY_RETRY_DELAY)
  await new Promise((resolve) => setTimeout(resolve))
  expect(asked).toEqual(Array(2).fill({ changedSince: 2, limit: 500 }))
  expect(latest.changes[1]).toMatchObject({ rev: 3, reactions: { 0: 2 }, mine: ['0'] })
})

test('a page that is short because its messages are long is not the last', async () => {
  const asked: unknown[] = []
  const fetchMessages: Fetch = async (_, query) => {
    asked.push(query?.changedSince)
    const seq = asked.length
    return { ok: true, value: { messages: [{ ...exampleMessage(seq), rev: seq * 10 }], lastSeq: 3, rev: 30 } }
  }
  const { latest, take } = makePage(fetchMessages)
  take(welcome({ rev: 30, changesFrom: 'start' }))
  await new Promise((resolve) => setTimeout(resolve))
  expect(asked).toEqual([0, 10, 20])
  expect(Object.keys(latest.changes)).toEqual(['1', '2', '3'])
})

test('texts that changed come with the welcome, and by themselves, and are in the tallies nowhere', async () => {
  const { latest, take } = makePage()
  latest.messages = [{ ...exampleMessage(1) }, { ...exampleMessage(2) }]
  const edit = { seq: 1, rev: 5, text: 'edited', edit: 1, editedAt: 1 }
  take(
    welcome({
      rev: 6,
      changes: [
        { ...edit, reactions: { 0: 1 } },
        { seq: 2, rev: 6, reactions: {} },
      ],
    }),
  )
  take({ event: 'chat.update', data: { seq: 2, rev: 7, text: '', deletedAt: 1 } })
  await new Promise((resolve) => setTimeout(resolve))
  expect(latest.messages.map(({ text }) => text)).toEqual(['edited', ''])
  expect(latest.changes[1]).toEqual({ seq: 1, rev: 5, reactions: { 0: 1 }, mine: [] })
  expect(latest.rev).toBe(7)
})

test('texts that changed are taken from a page of changes, too', async () => {
  const edited = { ...exampleMessage(1), rev: 9, text: 'edited', edit: 2, editedAt: 1 }
  const { latest, take } = makePage(async () => ({
    ok: true,
    value: { messages: [edited], lastSeq: 1, rev: 9 },
  }))
  latest.messages = [{ ...exampleMessage(1) }]
  take(welcome({ rev: 9, changesFrom: 'start' }))
  await new Promise((resolve) => setTimeout(resolve))
  expect(latest.messages[0]).toMatchObject({ text: 'edited', edit: 2 })
})
