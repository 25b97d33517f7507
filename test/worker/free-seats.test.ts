import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { CLOSED_SEAT_MS, SILENT_SEAT_MS } from '../../protocol/limits.ts'
import { refusalOf } from '../support/api-client.ts'
import { letTimePass } from './pass-time.ts'
import { Person, roomObject } from './person.ts'

/** Milliseconds by which a machine that is busy may be late. */
const LATE = 5_000

/** A full room for two, whose host has spoken, and somebody silent with a connection. */
async function makeFullRoom() {
  const [host, participant] = [new Person(), new Person()]
  const roomId = await host.createRoom()
  await host.joinRoom(roomId)
  await host.postMessage(roomId, { text: 'hello' })
  const connection = await participant.joinAndConnect(roomId)
  return { roomId, host, participant, connection }
}

/** Whether somebody gets in. Of those at a relay the room learns a moment later who left, and how. */
async function canJoin(roomId: string): Promise<boolean> {
  const [status] = refusalOf(await new Person().requestJoin(roomId))
  return status === 200
}

describe('a silent seat', () => {
  test('is free after ten seconds where its own side closed the socket', async () => {
    const { roomId, connection } = await makeFullRoom()
    await connection.disconnect(1001)
    expect(await canJoin(roomId)).toBe(false)
    letTimePass(CLOSED_SEAT_MS - LATE)
    expect(await canJoin(roomId)).toBe(false)
    letTimePass(LATE)
    await expect.poll(() => canJoin(roomId), { timeout: 15_000 }).toBe(true)
  })

  test('is free after ten seconds also where the object slept meanwhile', async () => {
    const { roomId, host, connection } = await makeFullRoom()
    await connection.disconnect(1001)
    await host.callRoom(roomId, 'GET')
    await evictDurableObject(roomObject(roomId))
    letTimePass(CLOSED_SEAT_MS)
    await expect.poll(() => canJoin(roomId), { timeout: 15_000 }).toBe(true)
  })

  test('waits for its minute where it never had a socket', async () => {
    const [host, participant] = [new Person(), new Person()]
    const roomId = await host.createRoom()
    await host.joinRoom(roomId)
    await host.postMessage(roomId, { text: 'hello' })
    await participant.joinRoom(roomId)
    letTimePass(CLOSED_SEAT_MS + LATE)
    expect(await canJoin(roomId)).toBe(false)
    letTimePass(SILENT_SEAT_MS - CLOSED_SEAT_MS)
    expect(await canJoin(roomId)).toBe(true)
  })

  test('waits for its minute where the line was cut', async () => {
    const { roomId, connection } = await makeFullRoom()
    // What is too large is not how one leaves: the room closes it.
    connection.sendFrame('x'.repeat(70_000))
    await connection.waitForClose('a frame too large is taken')
    letTimePass(CLOSED_SEAT_MS + LATE)
    expect(await canJoin(roomId)).toBe(false)
    letTimePass(SILENT_SEAT_MS - CLOSED_SEAT_MS)
    await expect.poll(() => canJoin(roomId), { timeout: 15_000 }).toBe(true)
  })

  test('stays with whoever closed the page after a message', async () => {
    const { roomId, connection } = await makeFullRoom()
    connection.sendMessage('m1')
    await connection.nextEvent('chat.message', 'the message is lost')
    await connection.disconnect(1001)
    letTimePass(2 * SILENT_SEAT_MS)
    expect(await canJoin(roomId)).toBe(false)
  })
})
