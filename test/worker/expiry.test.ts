import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { refusalOf } from '../support/api-client.ts'
import type { TestConnection } from '../support/test-connection.ts'
import { listTables, Person, readAlarm, roomObject, runInRoom } from './person.ts'

const SECOND = 1_000

/** Moves everything the room knows of time into the past, as if so many milliseconds went by while it slept. */
async function moveTimesBack(roomId: string, ms: number): Promise<void> {
  await runInRoom(roomId, ({ sql }) => {
    sql.exec(
      'UPDATE room SET ends_at = ends_at - ?1, ends_set_at = ends_set_at - ?1, created_at = created_at - ?1, started_at = started_at - ?1',
      ms,
    )
    sql.exec('UPDATE messages SET timestamp = timestamp - ?', ms)
  })
  await evictDurableObject(roomObject(roomId))
}

async function expectEnded(roomId: string, connection: TestConnection): Promise<void> {
  expect(await connection.nextEvent('chat.destroy', 'nobody is notified that the time is up')).toEqual({
    isDestroyed: true,
    reason: 'expired',
  })
  expect((await connection.waitForClose('the room is over and its sockets are open')).code).toBe(4410)
  expect(await listTables(roomId)).toEqual([])
}

describe('a fixed room', () => {
  test('ends at its instant, whatever is said in it', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ lifetime: 60 })
    const { room } = await ann.joinRoom(roomId)
    expect(room.expiresAt - room.createdAt).toBe(60 * SECOND)
    await moveTimesBack(roomId, 30 * SECOND)
    await ann.postMessage(roomId, { text: 'half of it is over' })
    const { body } = await ann.callRoom(roomId, 'GET')
    expect(body.expiresAt).toBe(room.expiresAt - 30 * SECOND)
    expect((await ann.callRoom(roomId, 'GET', '/ttl')).body.ttl).toBeLessThanOrEqual(30)
  })

  test('is ended by its alarm', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ lifetime: 60 })
    const connection = await ann.joinAndConnect(roomId)
    await moveTimesBack(roomId, 61 * SECOND)
    expect(await runDurableObjectAlarm(roomObject(roomId))).toBe(true)
    await expectEnded(roomId, connection)
    expect(refusalOf(await ann.callRoom(roomId, 'GET'))).toEqual([404, 'room-not-found'])
  })

  test('sets its alarm to its end when it is made', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ lifetime: 60 })
    expect(await readAlarm(roomId)).toBe((await ann.callRoom(roomId, 'GET')).body.expiresAt)
  })

  test('lives on when its alarm comes early, and sets it again', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ lifetime: 60 })
    const connection = await ann.joinAndConnect(roomId)
    expect(await runDurableObjectAlarm(roomObject(roomId))).toBe(true)
    await connection.waitUntilSettled()
    expect(connection.receivedData('chat.destroy')).toEqual([])
    expect(await readAlarm(roomId)).toBe((await ann.callRoom(roomId, 'GET')).body.expiresAt)
  })

  interface Entry {
    by: string
    enter: (ann: Person, roomId: string) => Promise<number>
  }
  const ENTRIES: Entry[] = [
    { by: 'a look', enter: async (ann, id) => (await ann.callRoom(id, 'GET')).status },
    { by: 'a join', enter: async (ann, id) => (await ann.requestJoin(id)).status },
    { by: 'a stranger', enter: async (_, id) => (await new Person().requestJoin(id)).status },
    { by: 'leaving', enter: async (ann, id) => (await ann.callRoom(id, 'POST', '/leave')).status },
    { by: 'the time left', enter: async (ann, id) => (await ann.callRoom(id, 'GET', '/ttl')).status },
    { by: 'the history', enter: async (ann, id) => (await ann.callRoom(id, 'GET', '/messages')).status },
    { by: 'a message', enter: async (ann, id) => (await ann.postMessage(id, { text: 'too late' })).status },
    {
      by: 'the lock',
      enter: async (ann, id) => (await ann.callRoom(id, 'PATCH', '', { locked: true })).status,
    },
    { by: 'the end', enter: async (ann, id) => (await ann.callRoom(id, 'DELETE')).status },
    {
      by: 'a removal',
      enter: async (ann, id) => (await ann.callRoom(id, 'DELETE', '/participants/nobody')).status,
    },
    { by: 'a socket', enter: async (ann, id) => (await ann.requestUpgrade(id)).status },
  ]
  test.for(ENTRIES)('is found dead by $by when no alarm came', async ({ enter }) => {
    const ann = new Person()
    const roomId = await ann.createRoom({ lifetime: 60 })
    const connection = await ann.joinAndConnect(roomId)
    await moveTimesBack(roomId, 60 * SECOND)
    expect(await enter(ann, roomId)).toBe(404)
    await expectEnded(roomId, connection)
  })

  test('is found dead by a frame when no alarm came', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ lifetime: 60 })
    const connection = await ann.joinAndConnect(roomId)
    await moveTimesBack(roomId, 60 * SECOND)
    connection.sendMessage('too-late')
    await expectEnded(roomId, connection)
    expect(connection.receivedData('chat.message')).toEqual([])
  })

  test('is found dead by the page when no alarm came', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ lifetime: 60 })
    await ann.joinRoom(roomId)
    await moveTimesBack(roomId, 60 * SECOND)
    const page = await ann.fetchResponse('GET', `/room/${roomId}`)
    expect([page.status, page.headers.get('location')]).toEqual([
      303,
      `/?error=room-not-found&room=${roomId}`,
    ])
    expect(await listTables(roomId)).toEqual([])
  })
})

describe('a sliding room', () => {
  test('has its whole lifetime left after each message, and sends the new end', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ lifetime: 60, expiry: 'sliding' })
    const connection = await ann.joinAndConnect(roomId)
    await moveTimesBack(roomId, 50 * SECOND)
    expect((await ann.callRoom(roomId, 'GET', '/ttl')).body.ttl).toBeLessThanOrEqual(10)
    const { body } = await ann.postMessage(roomId, { text: 'stay' })
    const room = (await ann.callRoom(roomId, 'GET')).body
    expect(room.expiresAt).toBe((body.timestamp ?? 0) + 60 * SECOND)
    expect(await connection.nextEvent('room.update', 'nobody learns that the end moved')).toMatchObject({
      expiresAt: room.expiresAt,
    })
  })

  test('does not slide for anything but a message', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ lifetime: 60, expiry: 'sliding' })
    const { room } = await ann.joinRoom(roomId)
    await moveTimesBack(roomId, 50 * SECOND)
    const connection = await ann.joinAndConnect(roomId)
    connection.sendEvent('chat.typing')
    await connection.waitUntilSettled()
    await ann.callRoom(roomId, 'GET', '/messages')
    expect((await ann.callRoom(roomId, 'GET')).body.expiresAt).toBe(room.expiresAt - 50 * SECOND)
  })

  test('does not slide for a message that was sent again', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ lifetime: 60, expiry: 'sliding' })
    await ann.joinRoom(roomId)
    await ann.postMessage(roomId, { text: 'once', id: 'once' })
    await moveTimesBack(roomId, 50 * SECOND)
    const before = (await ann.callRoom(roomId, 'GET')).body.expiresAt
    expect((await ann.postMessage(roomId, { text: 'once', id: 'once' })).status).toBe(200)
    expect((await ann.callRoom(roomId, 'GET')).body.expiresAt).toBe(before)
  })

  test('does not touch its alarm for a message, and moves it when it comes due', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ lifetime: 60, expiry: 'sliding' })
    const connection = await ann.joinAndConnect(roomId)
    const first = await readAlarm(roomId)
    await moveTimesBack(roomId, 40 * SECOND)
    for (let index = 0; index < 20; index += 1) connection.sendMessage(`m${index}`)
    await connection.waitUntilSettled()
    await ann.postMessage(roomId, { text: 'by http' })
    expect(await readAlarm(roomId)).toBe(first)
    expect(await runDurableObjectAlarm(roomObject(roomId))).toBe(true)
    await connection.waitUntilSettled()
    expect(connection.receivedData('chat.destroy')).toEqual([])
    const { expiresAt } = (await ann.callRoom(roomId, 'GET')).body
    expect(await readAlarm(roomId)).toBe(expiresAt)
    expect(expiresAt).toBeGreaterThan(Date.now() + 55 * SECOND)
  })

  test('remembers through sleep when it was last spoken in', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ lifetime: 60, expiry: 'sliding' })
    await ann.joinRoom(roomId)
    await moveTimesBack(roomId, 50 * SECOND)
    await ann.postMessage(roomId, { text: 'stay' })
    await moveTimesBack(roomId, 50 * SECOND)
    expect((await ann.callRoom(roomId, 'GET')).status).toBe(200)
    await moveTimesBack(roomId, 10 * SECOND)
    expect((await ann.callRoom(roomId, 'GET')).status).toBe(404)
  })

  test('ends by its alarm once nobody spoke for a lifetime', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ lifetime: 60, expiry: 'sliding' })
    const connection = await ann.joinAndConnect(roomId)
    await ann.postMessage(roomId, { text: 'the last word' })
    await moveTimesBack(roomId, 61 * SECOND)
    expect(await runDurableObjectAlarm(roomObject(roomId))).toBe(true)
    await expectEnded(roomId, connection)
  })
})

describe('the end set by the host', () => {
  test('counts at once, is sent to all, moves the alarm, and survives sleep', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ lifetime: 60 })
    const connection = await ann.joinAndConnect(roomId)
    const closesAt = Date.now() + 3_600 * SECOND
    const { status, body } = await ann.callRoom(roomId, 'PATCH', '', { closesAt })
    expect([status, body.expiresAt]).toEqual([200, closesAt])
    expect(await connection.nextEvent('room.update', 'nobody learns of the new end')).toMatchObject({
      expiresAt: closesAt,
    })
    expect(await readAlarm(roomId)).toBe(closesAt)
    await evictDurableObject(roomObject(roomId))
    expect((await ann.callRoom(roomId, 'GET')).body.expiresAt).toBe(closesAt)
  })

  test('may be sooner', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ lifetime: 3_600 })
    const connection = await ann.joinAndConnect(roomId)
    const closesAt = Date.now() + 30 * SECOND
    expect((await ann.callRoom(roomId, 'PATCH', '', { closesAt })).body.expiresAt).toBe(closesAt)
    await moveTimesBack(roomId, 31 * SECOND)
    await runDurableObjectAlarm(roomObject(roomId))
    await expectEnded(roomId, connection)
  })

  test('may be sooner by whoever may destroy the room, since they could end it at once', async () => {
    const [ann, ben] = [new Person(), new Person()]
    const roomId = await ann.createRoom({ lifetime: 3_600, destroyBy: 'anyone' })
    await ann.joinAndConnect(roomId)
    await ben.joinRoom(roomId)
    const closesAt = Date.now() + 30 * SECOND
    expect((await ben.callRoom(roomId, 'PATCH', '', { closesAt })).body.expiresAt).toBe(closesAt)
  })

  interface Case {
    when: string
    closesAt: () => number
  }
  const WRONG: Case[] = [
    { when: 'now', closesAt: () => Date.now() },
    { when: 'in the past', closesAt: () => 1 },
    { when: 'more than a day after the creation', closesAt: () => Date.now() + 86_401 * SECOND },
    { when: 'in seconds by mistake', closesAt: () => Math.floor(Date.now() / 1000) + 600 },
    { when: 'between two milliseconds', closesAt: () => Date.now() + 600.5 },
  ]
  test.for(WRONG)('is refused where it is $when', async ({ closesAt }) => {
    const ann = new Person()
    const roomId = await ann.createRoom()
    const before = (await ann.callRoom(roomId, 'GET')).body.expiresAt
    const reply = await ann.callRoom(roomId, 'PATCH', '', { locked: true, closesAt: closesAt() })
    expect(refusalOf(reply)).toEqual([400, 'invalid-request'])
    expect(reply.body.error?.issues?.map(({ path }) => path)).toEqual(['closesAt'])
    expect((await ann.callRoom(roomId, 'GET')).body).toMatchObject({ expiresAt: before, locked: false })
  })
})
