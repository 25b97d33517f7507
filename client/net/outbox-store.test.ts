import { expect, test } from 'vitest'
import { makeFakeStorage, makeForbiddenStorage } from '../../test/support/fake-storage.ts'
import { beginOutbox } from '../../test/support/outbox-fixture.ts'
import { clearOutboxStore, makeOutboxStore } from './outbox-store.ts'
import { makeSafeStorage } from './safe-storage.ts'

test('a reload keeps what is unsent, under the same ids and before what is typed next', () => {
  const storage = makeFakeStorage()
  const before = beginOutbox(makeOutboxStore('room', 'me', storage))
  before.outbox.resumeSending()
  before.outbox.enqueueMessage('one')
  before.outbox.enqueueMessage('two')
  before.outbox.stopSending()
  const after = beginOutbox(makeOutboxStore('room', 'me', storage))
  after.outbox.enqueueMessage('three')
  expect(after.entries().map(({ text, state }) => `${text} ${state}`)).toEqual([
    'one waiting',
    'two waiting',
    'three waiting',
  ])
  after.outbox.resumeSending()
  expect(after.sent).toEqual(['m1:one'])
})

test('what arrived is not kept', () => {
  const kept = new Map<string, string>()
  const storage = makeFakeStorage(kept)
  const { outbox } = beginOutbox(makeOutboxStore('room', 'me', storage))
  outbox.resumeSending()
  outbox.enqueueMessage('one')
  expect(kept.size).toBe(1)
  outbox.confirmDelivery(['m1'])
  expect(kept.size).toBe(0)
})

test('another participant of the same tab gets nothing of it', () => {
  const storage = makeFakeStorage()
  beginOutbox(makeOutboxStore('room', 'me', storage)).outbox.enqueueMessage('mine')
  expect(beginOutbox(makeOutboxStore('room', 'other', storage)).states()).toEqual([])
})

test('clearing it stops it and leaves nothing in the store', () => {
  const kept = new Map<string, string>()
  const storage = makeFakeStorage(kept)
  const { outbox, states, sent, timers } = beginOutbox(makeOutboxStore('room', 'me', storage))
  outbox.resumeSending()
  outbox.enqueueMessage('one')
  outbox.discardAll()
  outbox.enqueueMessage('two')
  outbox.resumeSending()
  expect(states()).toEqual([])
  expect(sent).toEqual(['m1:one'])
  expect([kept.size, timers.waitingCount]).toEqual([0, 0])
})

test('a store can be cleared without an outbox, whichever participant it belonged to', () => {
  const kept = new Map<string, string>()
  const storage = makeFakeStorage(kept)
  beginOutbox(makeOutboxStore('room', 'me', storage)).outbox.enqueueMessage('one')
  clearOutboxStore('room', storage)
  expect(kept.size).toBe(0)
})

test.each(['not json', '{"participantId":"me"}', '5', 'null'])(
  'a store that holds %s starts empty',
  (kept) => {
    const stored = new Map<string, string>()
    const storage = makeFakeStorage(stored)
    beginOutbox(makeOutboxStore('room', 'me', storage)).outbox.enqueueMessage('one')
    for (const key of stored.keys()) stored.set(key, kept)
    const { outbox, states } = beginOutbox(makeOutboxStore('room', 'me', storage))
    outbox.enqueueMessage('two')
    expect(states()).toEqual(['m1 waiting'])
  },
)

test('without storage it works all the same', () => {
  const { outbox, sent } = beginOutbox(makeOutboxStore('room', 'me', makeSafeStorage(makeForbiddenStorage)))
  outbox.resumeSending()
  outbox.enqueueMessage('one')
  outbox.confirmDelivery(['m1'])
  outbox.discardAll()
  expect(sent).toEqual(['m1:one'])
})
