import { evictDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { FRAME_MAX_BYTES } from '../../protocol/connection-limits.ts'
import { waitForLeaves } from './pass-time.ts'
import { Person, roomObject } from './person.ts'

test('a socket that the room closed, and whose other end does not answer, is nobody’s after any sleep', async () => {
  const host = new Person()
  const roomId = await host.createRoom({ capacity: 3 })
  const connection = await host.joinAndConnect(roomId)
  const participant = new Person()
  await participant.joinRoom(roomId)
  const socket = (await participant.requestUpgrade(roomId)).webSocket
  // Half open: the room's close is not answered.
  socket?.accept({ allowHalfOpen: true })
  await connection.nextEvent('presence.join', 'the participant does not get in')
  socket?.send('x'.repeat(FRAME_MAX_BYTES + 1))
  await connection.waitUntilSettled()
  await waitForLeaves(connection)
  await connection.nextEvent('presence.leave', 'who was closed for a frame too large counts on')
  // The platform remembers that it is closed for one sleep, and not for two.
  for (let sleep = 1; sleep <= 3; sleep += 1) {
    await evictDurableObject(roomObject(roomId))
    const { present } = (await host.callRoom(roomId, 'GET')).body
    expect(present, `a closed socket is taken for open after sleep ${sleep}`).toBe(1)
  }
  await connection.waitUntilSettled()
  expect(connection.receivedData('presence.join')).toHaveLength(1)
})
