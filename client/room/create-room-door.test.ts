import { expect, test } from 'vitest'
import { CLOSE, STOPS_WAITING } from '../../protocol/close.ts'
import { exampleRoom, exampleWelcome } from '../../test/support/examples.ts'
import { flushPromises, joined, makeRoomFixture, refused } from '../../test/support/room-fixture.ts'

const closed = exampleRoom({ door: 'knock', encryption: 'none' })
const waiting = { ok: true, value: { participantId: 'me', alias: 'me', role: 'waiting', room: closed } }

/** A visitor who has answered what is asked at a closed door. */
async function knock(joins: unknown[] = [waiting]) {
  const fixture = await makeRoomFixture({
    answers: {
      fetchRoom: [{ ok: true, value: closed }],
      fetchTimeLeft: [refused('not-a-participant')],
      joinRoom: joins,
    },
  })
  fixture.room.answerPrompt({ alias: 'Ben', greeted: true })
  await flushPromises()
  fixture.socket().receive({ event: 'door.waiting', data: { room: closed } })
  return fixture
}

test('a visitor is told of a closed door before they knock, and gives a name', async () => {
  const { room, asked } = await makeRoomFixture({
    answers: { fetchRoom: [{ ok: true, value: closed }], fetchTimeLeft: [refused('not-a-participant')] },
  })
  expect(room.stage()).toMatchObject({ is: 'waiting', prompt: { is: 'greeting' } })
  expect(asked.map(([call]) => call)).not.toContain('joinRoom')
})

test('who waits is let in on the same socket', async () => {
  const { room, sockets, socket } = await knock()
  expect(room.stage()).toMatchObject({ is: 'waiting', prompt: { is: 'door' } })
  // Nothing of the room is known at its door.
  expect([room.state.me, room.state.room]).toEqual([null, null])
  socket().receive(exampleWelcome([]))
  expect(room.stage()).toEqual({ is: 'live', letIn: true })
  expect(room.state.me?.participantId).toBe('me')
  expect(sockets.length).toBe(1)
})

test('who is turned away is told so', async () => {
  const { room, socket } = await knock()
  socket().closeFromServer(CLOSE.removed)
  expect(room.stage()).toMatchObject({ is: 'over', why: 'turned-away' })
})

test('who slept for so long that they wait no more knocks again by themselves', async () => {
  const { room, socket, sockets, asked } = await knock()
  socket().closeFromServer(CLOSE.notAParticipant)
  await flushPromises()
  expect(asked.filter(([call]) => call === 'joinRoom').length).toBe(2)
  expect(room.stage()).toMatchObject({ is: 'waiting', prompt: { is: 'door' } })
  expect(sockets.length).toBe(2)
})

test('who stops waiting tells the room so as the socket closes, and asks for nothing more', async () => {
  const { room, socket, asked } = await knock()
  const before = asked.length
  await room.leaveRoom()
  expect(room.stage()).toMatchObject({ is: 'over', why: 'gave-up' })
  expect([socket().closedWith, asked.length]).toEqual([STOPS_WAITING, before])
})

test('who has the tab wiped at the door waits there no more', async () => {
  const { room, socket } = await knock()
  await room.wipeRoom()
  expect(room.stage()).toMatchObject({ is: 'over', why: 'wiped', remains: 'nothing' })
  expect(socket().closedWith).toBe(STOPS_WAITING)
})

test('who waits already goes on waiting when the page is loaded again, and is asked nothing', async () => {
  const { room } = await makeRoomFixture({
    answers: {
      fetchRoom: [{ ok: true, value: closed }],
      fetchTimeLeft: [refused('waiting')],
      joinRoom: [waiting, joined(closed)],
    },
  })
  expect(room.stage()).toMatchObject({ is: 'waiting', prompt: { is: 'door' } })
})
