import { expect, test } from 'vitest'
import { addMessages } from '../../../client/room/message-order.ts'
import { emptyRoom, type RoomMessage } from '../../../client/room/room-state.ts'
import { exampleMessage } from '../../../test/support/examples.ts'
import { makeEventOrder } from './event-order.ts'

/** A room whose messages are still opening when they come. */
function makeRoom() {
  const latest = emptyRoom()
  const told: string[] = []
  const order = makeEventOrder({
    latest,
    onMessage: ({ seq }) => told.push(`message ${seq}`),
    onEvent: ({ event }) => told.push(event),
  })
  const come = (...seqs: number[]) => {
    const messages = seqs.map((seq): RoomMessage => ({ ...exampleMessage(seq), opened: 'opening' }))
    addMessages(latest, messages, Math.max(...seqs))
    return () => {
      for (const message of messages) delete message.opened
      order.drain()
    }
  }
  return { latest, told, order, come }
}

test('events are told after the messages that came before them, although those open later', () => {
  const { told, order, come } = makeRoom()
  const openBoth = come(1, 2)
  order.add({ event: 'presence.count', data: { present: 1 } })
  const openThird = come(3)
  order.add({ event: 'chat.destroy', data: { reason: 'expired' } })
  openThird()
  expect(told).toEqual([])
  openBoth()
  expect(told).toEqual(['message 1', 'message 2', 'presence.count', 'message 3', 'chat.destroy'])
})

test('messages that come ahead of a hole wait for it, and each is told once', () => {
  const { told, order, come } = makeRoom()
  come(1)()
  come(3)()
  order.drain()
  expect(told).toEqual(['message 1'])
  come(2)()
  come(2)()
  order.drain()
  expect(told).toEqual(['message 1', 'message 2', 'message 3'])
})

test('where the first that comes is not the first of all, it is told from there on', () => {
  const { latest, told, order } = makeRoom()
  order.add({ event: 'status', data: { status: 'connected' } })
  latest.messages = [exampleMessage(51), exampleMessage(52)]
  order.drain()
  expect(told).toEqual(['status', 'message 51', 'message 52'])
})
