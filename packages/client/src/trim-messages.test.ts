import { expect, test } from 'vitest'
import { addMessages, findMessage } from '../../../client/room/message-order.ts'
import { emptyRoom } from '../../../client/room/room-state.ts'
import { exampleMessage } from '../../../test/support/examples.ts'
import { KEPT_MESSAGES, trimMessages } from './trim-messages.ts'

/** A room in which so many messages are here. */
function makeRoom(count: number) {
  const latest = emptyRoom()
  latest.messages = Array.from({ length: count }, (_, at) => exampleMessage(at + 1))
  return latest
}

test('of twice as many messages as are kept the oldest go, and the next one has its place', () => {
  const latest = makeRoom(2 * KEPT_MESSAGES)
  trimMessages(latest, 2 * KEPT_MESSAGES)
  expect(latest.messages).toHaveLength(2 * KEPT_MESSAGES)
  const next = 2 * KEPT_MESSAGES + 1
  addMessages(latest, [exampleMessage(next)], next)
  trimMessages(latest, next)
  expect([latest.messages.length, findMessage(latest, next)?.seq]).toEqual([KEPT_MESSAGES, next])
  expect(findMessage(latest, 1)).toBeUndefined()
})

test('what was not told yet stays', () => {
  const latest = makeRoom(2 * KEPT_MESSAGES + 1)
  trimMessages(latest, 10)
  expect(latest.messages[0]?.seq).toBe(11)
})
