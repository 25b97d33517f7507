import { expect, test } from 'vitest'
import { makeFingerprint } from './fingerprint.ts'
import { listLastSaid, RECEIPT_MESSAGES, type SaidMessage } from './said-message.ts'

const ROOM = { roomId: 'V1StGXR8_Z5jdHi6B-myT', history: 'all' } as const
const LATE = { ...ROOM, history: 'from-join' } as const

/** Messages from one number to another, as every page that saw them has them. */
const said = (first: number, last: number): SaidMessage[] =>
  Array.from({ length: last - first + 1 }, (_, index) => ({
    seq: first + index,
    participantId: (first + index) % 2 ? 'ada' : 'ben',
    id: `message-${first + index}`,
  }))

test('is four groups of five digits, the same wherever it is computed', async () => {
  expect(await makeFingerprint(ROOM, said(1, 57))).toMatch(/^\d{5} \d{5} \d{5} \d{5}$/)
  expect(await makeFingerprint(ROOM, said(1, 57))).toBe(await makeFingerprint(ROOM, said(1, 57)))
  expect(await makeFingerprint(ROOM, [])).toMatch(/^\d{5} \d{5} \d{5} \d{5}$/)
})

test('is equal for who was there from the start and who came late, with as much as a welcome brings', async () => {
  const whole = await makeFingerprint(ROOM, said(1, 150))
  expect(await makeFingerprint(ROOM, said(150 - RECEIPT_MESSAGES + 1, 150))).toBe(whole)
  expect(await makeFingerprint(ROOM, listLastSaid(said(1, 150)))).toBe(whole)
  expect(await makeFingerprint(ROOM, said(30, 150))).toBe(whole)
})

test('is equal where newcomers read nothing older, for all who heard the last word', async () => {
  expect(await makeFingerprint(LATE, said(57, 57))).toBe(await makeFingerprint(LATE, said(1, 57)))
  expect(await makeFingerprint(LATE, [])).toBeNull()
})

test('is another for another room, and where one message is missing, another, by another or in another place', async () => {
  const messages = said(1, 57)
  const changed = (at: number, change: Partial<SaidMessage>) =>
    messages.map((message, index) => (index === at ? { ...message, ...change } : message))
  const others = await Promise.all([
    makeFingerprint(ROOM, messages),
    makeFingerprint({ ...ROOM, roomId: 'another-room-21-chars' }, messages),
    makeFingerprint(ROOM, messages.slice(0, -1)),
    makeFingerprint(ROOM, changed(10, { id: 'another' })),
    makeFingerprint(ROOM, changed(10, { participantId: 'eve' })),
    makeFingerprint(ROOM, changed(10, { id: 'message-12' })),
  ])
  expect(new Set(others).size).toBe(others.length)
})

test('is none where this page does not have what others have', async () => {
  expect(await makeFingerprint(ROOM, said(2, 57))).toBeNull()
})
