import { evictDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { FRAME_MAX_BYTES } from '../../protocol/limits.ts'
import { waitForLeaves } from './pass-time.ts'
import { objectOf, Person } from './person.ts'

test('a socket that the room closed, and whose other end says nothing to that, is nobody’s after any sleep', async () => {
  const host = new Person()
  const roomId = await host.create({ capacity: 3 })
  const line = await host.enter(roomId)
  const guest = new Person()
  await guest.join(roomId)
  const socket = (await guest.upgrade(roomId)).webSocket
  // Half open: the room's close is not answered.
  socket?.accept({ allowHalfOpen: true })
  await line.next('presence.join', 'the guest does not get in')
  socket?.send('x'.repeat(FRAME_MAX_BYTES + 1))
  await line.settled()
  await waitForLeaves(line)
  await line.next('presence.leave', 'who was closed for a frame too large counts on')
  // The platform remembers that it is closed for one sleep, and not for two.
  for (let sleep = 1; sleep <= 3; sleep += 1) {
    await evictDurableObject(objectOf(roomId))
    const { present } = (await host.inRoom(roomId, 'GET')).body
    expect(present, `a closed socket is taken for open after sleep ${sleep}`).toBe(1)
  }
  await line.settled()
  expect(line.heard('presence.join')).toHaveLength(1)
})
