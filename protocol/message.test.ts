import { expect, test } from 'vitest'
import { HistoryQuery, LastEventId, MessageId, MessageRequest, MessageText, ResumeQuery } from './message.ts'

interface Case {
  what: string
  isAccepted: boolean
}

test.each<Case & { id: string }>([
  { what: 'no character', id: '', isAccepted: false },
  { what: 'one character', id: 'a', isAccepted: true },
  { what: '64 characters', id: 'Az09_-'.padEnd(64, 'x'), isAccepted: true },
  { what: '65 characters', id: 'x'.repeat(65), isAccepted: false },
  { what: 'a blank', id: 'a b', isAccepted: false },
  { what: 'a letter beyond ASCII', id: 'ä', isAccepted: false },
])('a message id with $what is accepted: $isAccepted', ({ id, isAccepted }) => {
  expect(MessageId.safeParse(id).success).toBe(isAccepted)
})

test('a text of one character is accepted, an empty one is not', () => {
  expect(MessageText.parse('x')).toBe('x')
  expect(MessageText.safeParse('').error?.issues[0]?.message).toBe('Write something first.')
})

test('half a character is stored as the sign that replaces it', () => {
  expect(MessageText.parse('a\ud800b')).toBe('a\ufffdb')
})

test.each<Case & { body: object }>([
  { what: 'a text alone', body: { text: 'hi' }, isAccepted: true },
  { what: 'an id and a name', body: { text: 'hi', id: 'm1', sender: 'Ada' }, isAccepted: true },
  { what: 'no text', body: { id: 'm1' }, isAccepted: false },
  { what: 'an unknown field', body: { text: 'hi', to: 'Ada' }, isAccepted: false },
])('a message with $what is accepted: $isAccepted', ({ body, isAccepted }) => {
  expect(MessageRequest.safeParse(body).success).toBe(isAccepted)
})

test.each([
  { after: '0', cursor: 0 },
  { after: '12', cursor: 12 },
  { after: '9999999999999999', cursor: Number.MAX_SAFE_INTEGER },
  { after: '10000000000000000', cursor: undefined },
  { after: '-1', cursor: undefined },
  { after: '1.5', cursor: undefined },
  { after: '', cursor: undefined },
])('the cursor "$after" is $cursor', ({ after, cursor }) => {
  expect(ResumeQuery.safeParse({ after }).data?.after).toBe(cursor)
  expect(HistoryQuery.safeParse({ before: after }).data?.before).toBe(cursor)
})

test.each([
  { limit: '0', isAccepted: false },
  { limit: '1', isAccepted: true },
  { limit: '500', isAccepted: true },
  { limit: '501', isAccepted: false },
])('a page of history with $limit messages is accepted: $isAccepted', ({ limit, isAccepted }) => {
  expect(HistoryQuery.safeParse({ limit }).success).toBe(isAccepted)
})

test.each([
  { id: '12', cursor: 12, rev: 0 },
  { id: '12.', cursor: 12, rev: 0 },
  { id: '12..4', cursor: 12, rev: 0, epoch: 4 },
  { id: '12.3', cursor: 12, rev: 3 },
  { id: '12.3.', cursor: 12, rev: 3 },
  { id: '12.3.4', cursor: 12, rev: 3, epoch: 4 },
  { id: '12.3.4.5', cursor: 12, rev: 3, epoch: 4 },
  { id: '9999999999999999.1', cursor: Number.MAX_SAFE_INTEGER, rev: 1 },
  { id: '12,3', cursor: undefined },
  { id: '.3', cursor: undefined },
  { id: undefined, cursor: undefined },
])(
  'the last event id "$id" is the cursor $cursor, the change $rev and the epoch $epoch',
  ({ id, cursor, ...more }) => {
    const result = LastEventId.safeParse(id)
    expect(result.data).toEqual(cursor === undefined ? undefined : { seq: cursor, ...more })
    expect(result.success).toBe(id === undefined || cursor !== undefined)
  },
)
