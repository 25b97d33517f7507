import { describe, expect, test } from 'vitest'
import { BEHIND_MAX } from '../../protocol/connection-limits.ts'
import { MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import { Person } from './person.ts'

const LONGEST = 'x'.repeat(MESSAGE_MAX_BYTES)
/** As many of the longest messages as put those who read none of them too far behind. */
const TOO_MANY = Math.ceil(BEHIND_MAX.acknowledging / MESSAGE_MAX_BYTES) + 4

describe('a connection that acknowledges', () => {
  test('and falls too far behind is closed with 4408, and resumes where it was', async () => {
    const host = new Person()
    const roomId = await host.createRoom({ capacity: 3 })
    const talker = await host.joinAndConnect(roomId)
    const slow = new Person()
    const slowConnection = await slow.joinAndConnect(roomId)
    const fastConnection = await new Person().joinAndConnect(roomId)
    slowConnection.sendEvent('chat.ack', { seq: 0 })
    await slowConnection.waitUntilSettled()
    for (let seq = 1; seq <= TOO_MANY; seq += 1) {
      talker.sendMessage(`m${seq}`, LONGEST)
      await fastConnection.nextEvent('chat.message', 'who keeps up is sent nothing')
      fastConnection.sendEvent('chat.ack', { seq })
    }
    expect((await slowConnection.waitForClose('who reads nothing fills the memory of the room')).code).toBe(
      4408,
    )
    await talker.nextEvent(
      'presence.leave',
      'who was closed counts on',
      ({ participantId }) => participantId === slowConnection.id,
    )
    // Those who keep up, and those who never said how far they are, stay.
    await fastConnection.waitUntilSettled()
    await talker.waitUntilSettled()
    const again = await slow.openConnection(roomId, 2)
    const welcome = await again.nextEvent('room.welcome', 'who was too slow may not come back')
    expect(welcome.messages.map(({ seq }) => seq)).toEqual(
      Array.from({ length: TOO_MANY - 2 }, (_, index) => index + 3),
    )
  })

  test('is answered with nothing', async () => {
    const host = new Person()
    const connection = await host.joinAndConnect(await host.createRoom())
    const before = connection.frames.length
    connection.sendEvent('chat.ack', { seq: 0 })
    connection.sendEvent('chat.ack', { seq: 1e15 })
    await connection.waitUntilSettled()
    expect(connection.frames.slice(before).filter((frame) => !frame.includes('barrier-'))).toEqual([])
  })

  test.for([{ seq: -1 }, { seq: 1.5 }, { seq: '1' }, {}])(
    'with %j is refused without an event',
    async (data) => {
      const host = new Person()
      const connection = await host.joinAndConnect(await host.createRoom())
      connection.sendEvent('chat.ack', data)
      expect(await connection.nextEvent('error', 'an acknowledgement of nothing is taken')).toMatchObject({
        code: 'invalid-event',
      })
    },
  )
})
