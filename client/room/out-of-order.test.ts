import { expect, test } from 'vitest'
import { exampleMessage } from '../../test/support/examples.ts'
import type { SeenMessage } from '../crypto/epoch-envelope.ts'
import { makeOrderCheck } from './out-of-order.ts'
import type { RoomMessage } from './room-state.ts'

/** Message number `seq` as it is told from others: `m<seq>`, of `other`. */
const seen = (seq: number, differing: Partial<SeenMessage> = {}): SeenMessage => ({
  seq,
  participantId: 'other',
  id: `m${seq}`,
  ...differing,
})

/** A message as it was opened: what its sender had seen, and its epoch. */
function opened(seq: number, what: SeenMessage | null, epoch = 1): RoomMessage {
  return { ...exampleMessage(seq), claim: { epoch, seen: what } }
}

/** A message of which nothing is known but its place: it is not encrypted, does not open, or is of version 1. */
const bare = (seq: number) => exampleMessage(seq)

const list = (...messages: RoomMessage[]) => [...makeOrderCheck()(messages)]

interface Case {
  what: string
  messages: RoomMessage[]
  /** The `seq` of those that are marked. */
  marked: number[]
}

const HONEST: Case[] = [
  { what: 'nothing', messages: [], marked: [] },
  { what: 'the first message, whose sender had seen none', messages: [opened(1, null)], marked: [] },
  {
    what: 'messages that have each seen the one before',
    messages: [opened(1, null), opened(2, seen(1)), opened(3, seen(2))],
    marked: [],
  },
  {
    what: 'a message that waited in the outbox while others arrived',
    messages: [opened(1, null), bare(2), bare(3), bare(4), opened(5, seen(1)), opened(6, null)],
    marked: [],
  },
  {
    what: 'a sender whose other tab had seen more, or who sends again what had failed',
    messages: [opened(1, null), opened(2, seen(1)), opened(3, seen(2)), opened(4, seen(1))],
    marked: [],
  },
  {
    what: 'a message that saw what is further up than the page has loaded',
    messages: [opened(101, seen(99)), opened(102, seen(100, { id: 'another' }))],
    marked: [],
  },
  {
    what: 'a message that saw one that does not open',
    messages: [bare(1), opened(2, seen(1))],
    marked: [],
  },
  {
    what: 'messages of version 1, and in a room without encryption',
    messages: [bare(1), bare(2), bare(3)],
    marked: [],
  },
  {
    what: 'a rotation, with messages that saw what was said before it',
    messages: [opened(1, null), opened(2, seen(1), 2), opened(3, seen(1), 2), opened(4, seen(3), 4)],
    marked: [],
  },
  {
    what: 'an edit, which was encrypted when others stood after the message, in a later epoch',
    messages: [
      opened(1, null),
      { ...opened(2, seen(3), 4), edit: 1 },
      opened(3, seen(1)),
      { ...opened(4, null, 1), edit: 2 },
    ],
    marked: [],
  },
]

const HOSTILE: Case[] = [
  {
    what: 'a message that has seen its own place',
    messages: [opened(1, null), opened(2, seen(2))],
    marked: [2],
  },
  {
    what: 'a message that has seen a later place',
    messages: [opened(1, null), opened(2, seen(7))],
    marked: [2],
  },
  {
    what: 'the first of a page that has seen a later place',
    messages: [opened(50, seen(51))],
    marked: [50],
  },
  {
    what: 'another id at the place that was seen',
    messages: [opened(1, null), opened(2, seen(1, { id: 'm9' })), opened(3, seen(2))],
    marked: [2],
  },
  {
    what: 'somebody else’s message at the place that was seen',
    messages: [bare(1), opened(2, seen(1, { participantId: 'ben' }))],
    marked: [2],
  },
  {
    what: 'each message of an older epoch after a newer one, also where they are several',
    messages: [opened(1, null, 1), opened(2, null, 3), opened(3, null, 2), opened(4, null, 2)],
    marked: [3, 4],
  },
  {
    what: 'a message that came before, at another place',
    messages: [opened(1, null), { ...opened(2, null), repeated: true }],
    marked: [2],
  },
  {
    what: 'a hole, once; and what contradicts after it',
    messages: [opened(1, null), bare(3), bare(4), opened(5, seen(3, { id: 'm9' })), bare(6)],
    marked: [3, 5],
  },
]

test.each(HONEST)('nothing is out of order: $what', ({ messages, marked }) => {
  expect(list(...messages)).toEqual(marked)
})

test.each(HOSTILE)('is out of order: $what', ({ messages, marked }) => {
  expect(list(...messages)).toEqual(marked)
})

test('what a newer message contradicts is found when it comes, and what was found stays', () => {
  const check = makeOrderCheck()
  const messages = [opened(1, null), opened(2, seen(2))]
  expect([...check(messages)]).toEqual([2])
  const before = check([...messages, opened(3, seen(2))])
  expect([...before]).toEqual([2])
  expect([...check([...messages, opened(3, seen(2)), opened(4, seen(4))])]).toEqual([2, 4])
})

test('a page of older messages shows more, and nothing where they are as they were seen', () => {
  const newer = [opened(3, seen(2)), opened(4, seen(1), 2), opened(5, null, 2)]
  const check = makeOrderCheck()
  expect([...check(newer)]).toEqual([])
  expect([...check([opened(1, null), opened(2, seen(1)), ...newer])]).toEqual([])

  const other = makeOrderCheck()
  expect([...other(newer)]).toEqual([])
  const replaced = { ...opened(1, null, 3), id: 'another' }
  // Message 3 is of a lower epoch than the first; message 4 is, too, and has seen another first one.
  expect([...other([replaced, opened(2, null, 3), ...newer])]).toEqual([3, 4, 5])
})

test('a room that was left shows nothing of the one before', () => {
  const check = makeOrderCheck()
  expect([...check([opened(1, seen(1))])]).toEqual([1])
  expect([...check([])]).toEqual([])
  expect([...check([opened(1, null, 1)])]).toEqual([])
})
