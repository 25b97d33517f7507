import { expect, test, vi } from 'vitest'
import { exampleMessage, exampleRoom, exampleWelcome } from '../../../test/support/examples.ts'
import { flushPromises, makeRoomFixture } from '../../../test/support/room-fixture.ts'

// What draws is tested in a browser.
vi.mock('./read-once.tsx', () => ({}))
vi.mock('../votes/vote-message.tsx', () => ({}))

const said = (seq: number, expires: number) => ({
  ...exampleMessage(seq),
  timestamp: exampleRoom().serverTime,
  expires,
})

test('a session has messages go at their time, those of older pages too, where the room says nothing', async () => {
  const page = { ok: true, value: { messages: [said(1, 9)], lastSeq: 2 } }
  const { room, socket, timers } = await makeRoomFixture({ answers: { fetchMessages: [page] } })
  socket().receive(exampleWelcome([said(2, 5)], 2))
  await room.loadOlder()
  await import('../votes/vote-parts.ts')
  await flushPromises()
  const texts = () => room.state.messages.map(({ text }) => text)
  timers.passTime(4_999)
  expect(texts()).toEqual(['text 1', 'text 2'])
  timers.passTime(1)
  expect(texts()).toEqual(['text 1', ''])
  expect(room.state.messages[1]).toMatchObject({ deletedBy: 'expires' })
  timers.passTime(4_000)
  expect(texts()).toEqual(['', ''])
})
