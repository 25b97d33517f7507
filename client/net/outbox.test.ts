import { expect, test } from 'vitest'
import { FRAME_MAX_BYTES } from '../../protocol/connection-limits.ts'
import type { RefusalCode } from '../../protocol/refusal.ts'
import { beginOutbox } from '../../test/support/outbox-fixture.ts'
import { OUTBOX, type Outbox } from './outbox.ts'

test('what is typed before the welcome waits for it', () => {
  const { outbox, sent, states } = beginOutbox()
  outbox.enqueueMessage('one')
  expect(sent).toEqual([])
  expect(states()).toEqual(['m1 waiting'])
  outbox.resumeSending()
  expect(sent).toEqual(['m1:one'])
  expect(states()).toEqual(['m1 sending'])
})

test('messages go one after the other, each once the room has broadcast the one before', () => {
  const { outbox, sent, states } = beginOutbox()
  outbox.resumeSending()
  for (const text of ['one', 'two', 'three']) outbox.enqueueMessage(text)
  expect(sent).toEqual(['m1:one'])
  outbox.confirmDelivery(['m1'])
  expect(sent).toEqual(['m1:one', 'm2:two'])
  outbox.confirmDelivery(['m2'])
  outbox.confirmDelivery(['m3'])
  expect(sent).toEqual(['m1:one', 'm2:two', 'm3:three'])
  expect(states()).toEqual([])
})

test('after a loss the same ids are sent again, in order, except those that the welcome contains', () => {
  const { outbox, sent, states } = beginOutbox()
  outbox.resumeSending()
  outbox.enqueueMessage('one')
  outbox.enqueueMessage('two')
  outbox.pauseSending()
  expect(states()).toEqual(['m1 waiting', 'm2 waiting'])
  outbox.enqueueMessage('three')
  outbox.confirmDelivery(['m1'])
  expect(sent).toEqual(['m1:one'])
  outbox.resumeSending()
  outbox.confirmDelivery(['m2'])
  expect(sent).toEqual(['m1:one', 'm2:two', 'm3:three'])
})

test('a line that is cut without notice keeps the message', () => {
  const { outbox, sent, line, states } = beginOutbox()
  outbox.resumeSending()
  line.open = false
  outbox.enqueueMessage('one')
  expect(states()).toEqual(['m1 waiting'])
  line.open = true
  outbox.resumeSending()
  expect(sent).toEqual(['m1:one'])
})

test('an unanswered message is sent again under its id', () => {
  const { outbox, sent, timers } = beginOutbox()
  outbox.resumeSending()
  outbox.enqueueMessage('one')
  timers.passTime(OUTBOX.unanswered - 1)
  expect(sent).toHaveLength(1)
  timers.passTime(1)
  expect(sent).toEqual(['m1:one', 'm1:one'])
  outbox.confirmDelivery(['m1'])
  expect(timers.waitingCount).toBe(0)
  timers.passTime(OUTBOX.unanswered * 2)
  expect(sent).toHaveLength(2)
})

test('a message gets an id of its own unless one is passed', () => {
  const { outbox, states } = beginOutbox()
  expect(outbox.enqueueMessage('one')).toBe('m1')
  expect(outbox.enqueueMessage('two', 'own')).toBe('own')
  expect(states()).toEqual(['m1 waiting', 'own waiting'])
})

test('while it is paused nothing is timed', () => {
  const { outbox, timers } = beginOutbox()
  outbox.resumeSending()
  outbox.enqueueMessage('one')
  outbox.pauseSending()
  expect(timers.waitingCount).toBe(0)
})

test('the wait for an answer begins again with each sending', () => {
  const { outbox, sent, timers } = beginOutbox()
  outbox.resumeSending()
  outbox.enqueueMessage('one')
  outbox.handleRefusal('m1', 'slow-down')
  timers.passTime(OUTBOX.slowDown)
  expect(sent).toHaveLength(2)
  timers.passTime(OUTBOX.unanswered - 1)
  expect(sent).toHaveLength(2)
  timers.passTime(1)
  expect(sent).toHaveLength(3)
})

test('a message that failed is not sent again by itself', () => {
  const { outbox, sent, states, timers } = beginOutbox()
  outbox.resumeSending()
  outbox.enqueueMessage('one')
  outbox.handleRefusal('m1', 'plaintext-refused')
  timers.passTime(OUTBOX.unanswered * 2)
  expect(sent).toHaveLength(1)
  expect(states()).toEqual(['m1 failed'])
})

test('the refusal of a message that waits leaves the one on its way alone', () => {
  const { outbox, sent, states, timers } = beginOutbox()
  outbox.resumeSending()
  outbox.enqueueMessage('one')
  outbox.enqueueMessage('two')
  outbox.handleRefusal('m2', 'slow-down')
  expect(states()).toEqual(['m1 sending', 'm2 waiting'])
  outbox.handleRefusal('m2', 'plaintext-refused')
  expect(states()).toEqual(['m1 sending', 'm2 failed'])
  timers.passTime(OUTBOX.unanswered)
  expect(sent).toEqual(['m1:one', 'm1:one'])
})

test('when the room asks to slow down, nothing overtakes the message that waits', () => {
  const { outbox, sent, timers, states } = beginOutbox()
  outbox.resumeSending()
  outbox.enqueueMessage('one')
  outbox.enqueueMessage('two')
  for (let attempt = 1; attempt <= OUTBOX.tries + 5; attempt++) {
    outbox.handleRefusal('m1', 'slow-down')
    expect(sent).toEqual(Array(attempt).fill('m1:one'))
    timers.passTime(OUTBOX.slowDown)
  }
  expect(states()).toEqual(['m1 sending', 'm2 waiting'])
  outbox.confirmDelivery(['m1'])
  expect(sent.at(-1)).toBe('m2:two')
})

test.each<RefusalCode>([
  'message-too-long',
  'plaintext-refused',
  'invalid-event',
  'not-allowed',
  'muted',
  'quiet',
])('"%s" fails that message for good and lets the next one go', (code) => {
  const { outbox, sent, entries } = beginOutbox()
  outbox.resumeSending()
  outbox.enqueueMessage('one')
  outbox.enqueueMessage('two')
  outbox.handleRefusal('m1', code)
  expect(entries()[0]).toMatchObject({ id: 'm1', state: 'failed', failure: code })
  expect(sent).toEqual(['m1:one', 'm2:two'])
})

test.each<RefusalCode>(['internal', 'busy'])('"%s" is tried a few times and then fails', (code) => {
  const { outbox, timers, sent, entries } = beginOutbox()
  outbox.resumeSending()
  outbox.enqueueMessage('one')
  for (let attempt = 0; attempt < OUTBOX.tries; attempt++) {
    expect(entries()[0]?.state).toBe('sending')
    outbox.handleRefusal('m1', code)
    timers.passTime(OUTBOX.slowDown)
  }
  expect(sent).toHaveLength(OUTBOX.tries)
  expect(entries()[0]).toMatchObject({ state: 'failed', failure: code })
})

test.each([
  { what: 'delivered', settle: (outbox: Outbox) => outbox.confirmDelivery(['m1']) },
  { what: 'refused for good', settle: (outbox: Outbox) => outbox.handleRefusal('m1', 'invalid-event') },
])('once a message is $what, the next one has as many tries', ({ settle }) => {
  const { outbox, timers, states } = beginOutbox()
  const refuseOften = (id: string) => {
    for (let attempt = 1; attempt < OUTBOX.tries; attempt++) {
      outbox.handleRefusal(id, 'internal')
      timers.passTime(OUTBOX.slowDown)
    }
  }
  outbox.resumeSending()
  outbox.enqueueMessage('one')
  outbox.enqueueMessage('two')
  refuseOften('m1')
  settle(outbox)
  refuseOften('m2')
  expect(states().at(-1)).toBe('m2 sending')
})

test('a refusal without an id is about the message on its way', () => {
  const { outbox, entries } = beginOutbox()
  outbox.resumeSending()
  outbox.enqueueMessage('one')
  outbox.enqueueMessage('two')
  outbox.handleRefusal(undefined, 'invalid-event')
  expect(entries().map(({ state }) => state)).toEqual(['failed', 'sending'])
})

test('a refusal of an unknown message changes nothing', () => {
  const { outbox, states } = beginOutbox()
  outbox.handleRefusal(undefined, 'slow-down')
  outbox.handleRefusal('other', 'message-too-long')
  expect(states()).toEqual([])
})

test('a failed message can be sent again under its id, or deleted', () => {
  const { outbox, sent, states, entries } = beginOutbox()
  outbox.resumeSending()
  outbox.enqueueMessage('one')
  outbox.handleRefusal('m1', 'invalid-event')
  outbox.retryMessage('m1')
  expect(sent).toEqual(['m1:one', 'm1:one'])
  expect(entries()[0]?.failure).toBeUndefined()
  outbox.handleRefusal('m1', 'invalid-event')
  outbox.discardMessage('m1')
  expect(states()).toEqual([])
})

test.each([
  { what: 'over 16,384 bytes', text: 'ü'.repeat(8_193) },
  { what: 'that grows beyond a frame in JSON', text: '\u0001'.repeat(16_000) },
])('a text $what fails without being sent, and stays so', ({ text }) => {
  const { outbox, sent, entries } = beginOutbox()
  outbox.resumeSending()
  const id = outbox.enqueueMessage(text)
  outbox.retryMessage(id)
  expect(sent).toEqual([])
  expect(entries()[0]).toMatchObject({ state: 'failed', failure: 'message-too-long' })
})

test('a text of exactly 16,384 bytes is sent', () => {
  const { outbox, sent } = beginOutbox()
  outbox.resumeSending()
  outbox.enqueueMessage('ü'.repeat(8_192))
  expect(sent).toHaveLength(1)
})

test.each([
  { what: 'exactly as long as', more: '', state: 'sending' },
  { what: 'a byte longer than', more: 'x', state: 'failed' },
])('a text whose event is $what a frame is then $state', ({ more, state }) => {
  const { outbox, entries } = beginOutbox()
  outbox.resumeSending()
  const event = JSON.stringify({ event: 'chat.message', data: { id: 'm1', text: '' } })
  const left = FRAME_MAX_BYTES - event.length
  // A control character is six in JSON.
  outbox.enqueueMessage('\u0001'.repeat(Math.floor(left / 6)) + 'x'.repeat(left % 6) + more)
  expect(entries()[0]?.state).toBe(state)
})

test('a room that is slowed down says for how long, and the message is sent again by itself after that', () => {
  const { outbox, sent, timers, states } = beginOutbox()
  outbox.resumeSending()
  outbox.enqueueMessage('one')
  outbox.handleRefusal('m1', 'slow-down', 30)
  timers.passTime(29_999)
  expect(sent).toHaveLength(1)
  timers.passTime(1)
  expect(sent).toHaveLength(2)
  expect(states()).toEqual(['m1 sending'])
})
