import { expect, onTestFinished, test } from 'vitest'
import { exampleWelcome } from '../../test/support/examples.ts'
import { makeRoomFixture } from '../../test/support/room-fixture.ts'
import { choosePreferences } from './device/device-preferences.ts'
import type { RoomModel } from './room-model.ts'
import { findTyping, sendTypingSign } from './typing-sign.ts'

const namesOf = (room: RoomModel) => findTyping(room).map(({ alias }) => alias)

async function makeScene() {
  onTestFinished(() => choosePreferences({ sendTyping: true, showTyping: true }))
  const { room, socket } = await makeRoomFixture()
  socket().receive(exampleWelcome([]))
  socket().receive({
    event: 'presence.join',
    data: { participantId: 'ben', alias: 'Ben', role: 'participant', present: 2 },
  })
  socket().receive({ event: 'chat.typing', data: { participantId: 'ben' } })
  const countSent = () => socket().sent.filter((frame) => frame.includes('chat.typing')).length
  return { room, countSent }
}

test('who types is shown, and others are told of one’s own typing', async () => {
  const { room, countSent } = await makeScene()
  expect(namesOf(room)).toEqual(['Ben'])
  sendTypingSign(room)
  expect(countSent()).toBe(1)
})

test('who switches it off is shown nobody, and sends nothing; each by itself', async () => {
  const { room, countSent } = await makeScene()
  choosePreferences({ showTyping: false })
  expect(namesOf(room)).toEqual([])
  choosePreferences({ sendTyping: false, showTyping: true })
  expect(namesOf(room)).toEqual(['Ben'])
  sendTypingSign(room)
  expect(countSent()).toBe(0)
})
