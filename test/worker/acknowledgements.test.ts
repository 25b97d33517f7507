import { describe, expect, test } from 'vitest'
import { BEHIND_MAX, MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import { Person } from './person.ts'

const LONGEST = 'x'.repeat(MESSAGE_MAX_BYTES)
/** As many of the longest messages as put those who hear none of them too far behind. */
const TOO_MANY = Math.ceil(BEHIND_MAX.acknowledging / MESSAGE_MAX_BYTES) + 4

describe('a connection that acknowledges', () => {
  test('and falls too far behind is closed with 4408, and resumes where it was', async () => {
    const host = new Person()
    const roomId = await host.create({ capacity: 3 })
    const talker = await host.enter(roomId)
    const slow = new Person()
    const slowLine = await slow.enter(roomId)
    const fastLine = await new Person().enter(roomId)
    slowLine.say('chat.ack', { seq: 0 })
    await slowLine.settled()
    for (let seq = 1; seq <= TOO_MANY; seq += 1) {
      talker.message(`m${seq}`, LONGEST)
      await fastLine.next('chat.message', 'who keeps up is not told')
      fastLine.say('chat.ack', { seq })
    }
    expect((await slowLine.ending('who reads nothing fills the memory of the room')).code).toBe(4408)
    await talker.next(
      'presence.leave',
      'who was closed counts on',
      ({ participantId }) => participantId === slowLine.id,
    )
    // Those who keep up, and those who never said how far they are, stay.
    await fastLine.settled()
    await talker.settled()
    const again = await slow.connect(roomId, 2)
    const welcome = await again.next('room.welcome', 'who was too slow may not come back')
    expect(welcome.messages.map(({ seq }) => seq)).toEqual(
      Array.from({ length: TOO_MANY - 2 }, (_, index) => index + 3),
    )
  })

  test('is answered with nothing', async () => {
    const host = new Person()
    const line = await host.enter(await host.create())
    const before = line.frames.length
    line.say('chat.ack', { seq: 0 })
    line.say('chat.ack', { seq: 1e15 })
    await line.settled()
    expect(line.frames.slice(before).filter((frame) => !frame.includes('barrier-'))).toEqual([])
  })

  test.for([{ seq: -1 }, { seq: 1.5 }, { seq: '1' }, {}])('with %j says no event', async (data) => {
    const host = new Person()
    const line = await host.enter(await host.create())
    line.say('chat.ack', data)
    expect(await line.next('error', 'an acknowledgement of nothing is taken')).toMatchObject({
      code: 'invalid-event',
    })
  })
})
