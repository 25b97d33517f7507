import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { DEAD_LINE_MS } from '../../protocol/connection-limits.ts'
import { SILENT_SEAT_MS } from '../../protocol/limits.ts'
import { refusalOf } from '../support/api-client.ts'
import type { TestConnection } from '../support/test-connection.ts'
import { letTimePass } from './pass-time.ts'
import { Person, roomObject, runInRoom } from './person.ts'

/** A full room for two: the host has spoken, and somebody is connected and silent. */
async function makeFullRoom() {
  const [host, participant] = [new Person(), new Person()]
  const roomId = await host.createRoom({ lifetime: 86_400 })
  const hostConnection = await host.joinAndConnect(roomId)
  const connection = await participant.joinAndConnect(roomId)
  hostConnection.sendMessage('hello')
  await connection.nextEvent('chat.message', 'the message is not delivered')
  return { roomId, host, hostConnection, connection }
}

async function sendPing(connection: TestConnection): Promise<void> {
  connection.sendFrame('ping')
  await connection.waitForFrame('pong', 'a heartbeat has no answer')
}

describe('a line over which a ping came once, and then nothing', () => {
  test('is gone after ninety seconds: its leave is sent at once, it is closed, and its seat is free', async () => {
    const { roomId, hostConnection, connection } = await makeFullRoom()
    await sendPing(connection)
    letTimePass(DEAD_LINE_MS - 5_000)
    hostConnection.sendMessage('early')
    await connection.nextEvent('chat.message', 'it is taken for dead too soon', ({ id }) => id === 'early')
    letTimePass(5_000)
    hostConnection.sendMessage('late')
    const { participantId } = await hostConnection.nextEvent(
      'presence.leave',
      'the leave of a dead connection is never sent',
    )
    expect(participantId).toBe(connection.id)
    expect((await connection.waitForClose('a dead line stays open')).code).toBe(1000)
    expect((await new Person().requestJoin(roomId)).status).toBe(200)
  })

  test('is seen by whoever is refused for it, and the seat is theirs', async () => {
    const { roomId, connection } = await makeFullRoom()
    await sendPing(connection)
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([409, 'room-full'])
    letTimePass(DEAD_LINE_MS)
    const cat = new Person()
    // A relay is asked first, and has to answer.
    await expect.poll(async () => refusalOf(await cat.requestJoin(roomId))[0], { timeout: 15_000 }).toBe(200)
  })

  test('is found after a sleep, too', async () => {
    const { roomId, hostConnection, connection } = await makeFullRoom()
    await sendPing(connection)
    await evictDurableObject(roomObject(roomId))
    letTimePass(DEAD_LINE_MS)
    hostConnection.sendMessage('late')
    const { participantId } = await hostConnection.nextEvent(
      'presence.leave',
      'the leave of a dead connection is never sent',
    )
    expect(participantId).toBe(connection.id)
  })
})

describe('a line that is alive', () => {
  test('never sent a ping, and may be silent for as long as it likes', async () => {
    const { hostConnection, connection } = await makeFullRoom()
    for (const id of ['a', 'b']) {
      letTimePass(10 * DEAD_LINE_MS)
      hostConnection.sendMessage(id)
      await connection.nextEvent('chat.message', 'it is taken for dead', (message) => message.id === id)
    }
  })

  test('sends frames in place of pings, also before a sleep', async () => {
    const { roomId, hostConnection, connection } = await makeFullRoom()
    await sendPing(connection)
    letTimePass(60_000)
    connection.sendEvent('chat.ack', { seq: 0 })
    await connection.waitUntilSettled()
    await evictDurableObject(roomObject(roomId))
    letTimePass(60_000)
    hostConnection.sendMessage('a')
    await connection.nextEvent('chat.message', 'it is taken for dead', ({ id }) => id === 'a')
    expect(hostConnection.receivedData('presence.leave')).toEqual([])
  })

  test('speaks after a long silence, and is not closed for it', async () => {
    const { connection } = await makeFullRoom()
    await sendPing(connection)
    letTimePass(2 * DEAD_LINE_MS)
    connection.sendMessage('still-here')
    await connection.nextEvent('chat.message', 'its message is lost', ({ id }) => id === 'still-here')
  })
})

test('a silent room is not woken for dead lines: no alarm is set before its end', async () => {
  const { roomId, host, connection } = await makeFullRoom()
  await sendPing(connection)
  letTimePass(SILENT_SEAT_MS)
  const { expiresAt } = (await host.callRoom(roomId, 'GET')).body
  expect(await runInRoom(roomId, (storage) => storage.getAlarm())).toBe(expiresAt)
})
