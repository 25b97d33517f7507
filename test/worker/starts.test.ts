import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { ARRIVED_AFTER_MS, LIFETIME } from '../../protocol/limits.ts'
import type { Room } from '../../protocol/room.ts'
import { refusalOf } from '../support/api-client.ts'
import type { TestConnection } from '../support/test-connection.ts'
import { Facilitator } from './facilitator.ts'
import { letTimePass } from './pass-time.ts'
import { listTables, Person, readAlarm, roomObject, runInRoom } from './person.ts'

const SECOND = 1_000

/** Milliseconds by which a machine that is busy may be late. */
const LATE = 6 * SECOND

/** A room of ten minutes that waits for an hour, and its host, who is connected. */
async function makeWaitingRoom(options: Record<string, unknown> = {}) {
  const ann = new Person()
  const roomId = await ann.createRoom({ starts: 'second', waitFor: 3_600, ...options })
  const annConnection = await ann.joinAndConnect(roomId, { alias: 'Ann' })
  const look = async (): Promise<Room> => JSON.parse((await ann.callRoom(roomId, 'GET')).text)
  return { ann, roomId, annConnection, look }
}

/** Waits until the room knows that somebody has no connection, also where they sat at a relay. */
async function waitUntilAway(roomId: string, alias: string): Promise<void> {
  const read = () =>
    runInRoom(roomId, ({ sql }) =>
      sql.exec('SELECT connected_since AS since FROM participants WHERE alias = ?', alias).one(),
    )
  await expect.poll(read, { timeout: 15_000 }).toEqual({ since: null })
}

/** Expects that the life of a room has begun about now, and that everybody here was sent that. */
async function expectStarted(room: Room, connections: TestConnection[] = []): Promise<void> {
  expect(Date.now() - (room.startedAt ?? 0)).toBeLessThan(LATE)
  expect(room.expiresAt).toBe((room.startedAt ?? 0) + room.lifetime * SECOND)
  expect(await readAlarm(room.roomId)).toBe(room.expiresAt)
  for (const connection of connections) {
    const update = await connection.nextEvent('room.update', 'somebody is not sent that the life began')
    expect(update).toMatchObject({ startedAt: room.startedAt, expiresAt: room.expiresAt })
  }
}

describe('a room that waits for the second one', () => {
  test('says so, until when, and is not begun by whoever sat first: not by staying, speaking or loading again', async () => {
    const { ann, roomId, annConnection, look } = await makeWaitingRoom()
    const room = await look()
    expect(room).toMatchObject({ starts: 'second', startedAt: null, lifetime: LIFETIME.default })
    expect(room.expiresAt).toBe(room.createdAt + 3_600 * SECOND)
    annConnection.sendMessage('m1', 'come in')
    await ann.sendMessage(roomId, 'anybody?')
    letTimePass(ARRIVED_AFTER_MS)
    await annConnection.disconnect()
    const again = await ann.joinAndConnect(roomId)
    letTimePass(ARRIVED_AFTER_MS)
    expect(await runDurableObjectAlarm(roomObject(roomId))).toBe(true)
    await again.waitUntilSettled()
    expect(again.receivedData('room.update')).toEqual([])
    expect(await look()).toMatchObject({ startedAt: null, expiresAt: room.expiresAt })
    expect(await readAlarm(roomId)).toBe(room.expiresAt)
  })

  test('is begun by its alarm once somebody has been connected for ten seconds', async () => {
    const { roomId, annConnection, look } = await makeWaitingRoom()
    const before = Date.now()
    const benConnection = await new Person().joinAndConnect(roomId)
    const due = (await readAlarm(roomId)) ?? 0
    expect(due).toBeGreaterThanOrEqual(before + ARRIVED_AFTER_MS)
    expect(due).toBeLessThanOrEqual(Date.now() + ARRIVED_AFTER_MS)
    // It comes early: nothing begins, and it comes again.
    await runDurableObjectAlarm(roomObject(roomId))
    await annConnection.waitUntilSettled()
    expect(annConnection.receivedData('room.update')).toEqual([])
    expect(await readAlarm(roomId)).toBe(due)
    letTimePass(ARRIVED_AFTER_MS)
    await runDurableObjectAlarm(roomObject(roomId))
    const update = await annConnection.nextEvent('room.update', 'the alarm begins nothing, or tells nobody')
    await expectStarted(update, [benConnection])
    const room = await look()
    expect(room).toMatchObject({ startedAt: update.startedAt, expiresAt: update.expiresAt })
  })

  test('is begun by whoever looks after that, where no alarm came', async () => {
    const { roomId, annConnection, look } = await makeWaitingRoom()
    const benConnection = await new Person().joinAndConnect(roomId)
    letTimePass(ARRIVED_AFTER_MS)
    await expectStarted(await look(), [annConnection, benConnection])
  })

  test('counts a connection from its opening, also where it slept meanwhile', async () => {
    const { roomId, annConnection } = await makeWaitingRoom({ capacity: null })
    await new Person().joinAndConnect(roomId)
    letTimePass(ARRIVED_AFTER_MS / 2)
    await evictDurableObject(roomObject(roomId))
    letTimePass(ARRIVED_AFTER_MS / 2)
    expect(await runDurableObjectAlarm(roomObject(roomId))).toBe(true)
    await expectStarted(await annConnection.nextEvent('room.update', 'it waits on after its sleep'))
  })

  test('is begun once, whatever comes after', async () => {
    const { roomId, annConnection, look } = await makeWaitingRoom()
    const ben = new Person()
    await ben.joinAndConnect(roomId)
    letTimePass(ARRIVED_AFTER_MS)
    const { startedAt, expiresAt } = await look()
    letTimePass(60 * SECOND)
    await ben.sendMessage(roomId, 'hello')
    await runDurableObjectAlarm(roomObject(roomId))
    await evictDurableObject(roomObject(roomId))
    expect(await look()).toMatchObject({ startedAt, expiresAt })
    await annConnection.waitUntilSettled()
    expect(annConnection.receivedData('room.update')).toHaveLength(1)
  })

  test.for(['http', 'socket'] as const)('is begun at once by a word of somebody else, by %s', async (way) => {
    const { roomId, annConnection, look } = await makeWaitingRoom({ capacity: null })
    const ben = new Person()
    if (way === 'http') {
      await ben.joinRoom(roomId)
      await ben.sendMessage(roomId, 'here I am')
    } else (await ben.joinAndConnect(roomId)).sendMessage('m1', 'here I am')
    await annConnection.nextEvent('chat.message', 'the message is lost')
    await expectStarted(await look(), [annConnection])
  })

  test('is not begun by a word that is refused', async () => {
    const { roomId, look } = await makeWaitingRoom({ encryption: 'e2ee' })
    const ben = new Person()
    await ben.joinRoom(roomId)
    expect((await ben.postMessage(roomId, { text: 'in the open' })).status).toBe(422)
    expect((await look()).startedAt).toBe(null)
  })

  test('is not begun by a look, nor by who is gone before ten seconds are over', async () => {
    const { roomId, annConnection, look } = await makeWaitingRoom()
    const { expiresAt } = await look()
    const [ben, cleo] = [new Person(), new Person()]
    await cleo.fetchResponse('GET', `/room/${roomId}`)
    const connection = await ben.joinAndConnect(roomId, { alias: 'Ben' })
    letTimePass(ARRIVED_AFTER_MS - LATE)
    await connection.disconnect()
    await waitUntilAway(roomId, 'Ben')
    letTimePass(ARRIVED_AFTER_MS)
    await runDurableObjectAlarm(roomObject(roomId))
    expect(await look()).toMatchObject({ startedAt: null })
    expect(await readAlarm(roomId)).toBe(expiresAt)
    // Who comes back is counted from then on.
    await ben.joinAndConnect(roomId)
    letTimePass(ARRIVED_AFTER_MS - LATE)
    expect(await look()).toMatchObject({ startedAt: null })
    letTimePass(LATE)
    await expectStarted(await look(), [annConnection])
  })

  test('knows as the first who has sat for longest of those who have a seat', async () => {
    const { ann, roomId, look } = await makeWaitingRoom({ capacity: null })
    await ann.callRoom(roomId, 'POST', '/leave')
    const ben = new Person()
    const benConnection = await ben.joinAndConnect(roomId)
    await ben.sendMessage(roomId, 'nobody here?')
    letTimePass(ARRIVED_AFTER_MS)
    expect(await look()).toMatchObject({ startedAt: null })
    await ann.joinRoom(roomId)
    await ann.sendMessage(roomId, 'back again')
    await expectStarted(await look(), [benConnection])
  })

  test('counts who reads by a stream', async () => {
    const { roomId, annConnection, look } = await makeWaitingRoom()
    const ben = new Person()
    await ben.joinRoom(roomId)
    const stream = await ben.openEventStream(roomId)
    await stream.nextEvent('room.welcome', 'the stream is not welcomed')
    letTimePass(ARRIVED_AFTER_MS)
    await expectStarted(await look(), [annConnection, stream])
    await stream.disconnect()
  })

  test('expires at the end of its waiting like any room', async () => {
    const { ann, roomId, annConnection } = await makeWaitingRoom()
    letTimePass(3_600 * SECOND)
    expect(await runDurableObjectAlarm(roomObject(roomId))).toBe(true)
    expect(await annConnection.nextEvent('chat.destroy', 'nobody is told')).toMatchObject({
      reason: 'expired',
    })
    expect(refusalOf(await ann.callRoom(roomId, 'GET'))).toEqual([404, 'room-not-found'])
    expect(await listTables(roomId)).toEqual([])
  })

  test('slides with no message before it begins, and with each after that', async () => {
    const { ann, roomId, look } = await makeWaitingRoom({ expiry: 'sliding', lifetime: 7_200 })
    const { expiresAt } = await look()
    await ann.sendMessage(roomId, 'early')
    expect((await look()).expiresAt).toBe(expiresAt)
    const ben = new Person()
    await ben.joinRoom(roomId)
    await ben.sendMessage(roomId, 'hello')
    await expectStarted(await look())
    letTimePass(600 * SECOND)
    const { timestamp } = await ann.sendMessage(roomId, 'later')
    expect((await look()).expiresAt).toBe(timestamp + 7_200 * SECOND)
  })

  test('is given no end before it begins, and one within a day of its beginning after that', async () => {
    const { ann, roomId, look } = await makeWaitingRoom()
    const setEnd = (closesAt: number) => ann.callRoom(roomId, 'PATCH', '', { closesAt, locked: false })
    const early = await setEnd(Date.now() + 7_200 * SECOND)
    expect(refusalOf(early)).toEqual([400, 'invalid-request'])
    expect(early.body.error?.issues).toEqual([
      {
        path: 'closesAt',
        message: 'This room’s time begins when somebody joins you: set its end after that.',
      },
    ])
    letTimePass(1_800 * SECOND)
    const ben = new Person()
    await ben.joinRoom(roomId)
    await ben.sendMessage(roomId, 'hello')
    const startedAt = (await look()).startedAt ?? 0
    const latest = startedAt + LIFETIME.max * SECOND
    expect((await setEnd(latest + 1)).status).toBe(400)
    expect((await setEnd(latest)).body.expiresAt).toBe(latest)
  })

  test('gives cookies that live through the waiting and the longest life after it', async () => {
    const ann = new Person()
    const created = await ann.fetchResponse('POST', '/api/rooms', { starts: 'second', waitFor: 3_600 })
    const { roomId }: Room = await created.json()
    const joined = await ann.fetchResponse('POST', `/api/rooms/${roomId}/join`)
    for (const { headers } of [created, joined]) {
      const [age] = headers.getSetCookie().flatMap((cookie) => {
        const [, seconds] = /token=[^;]+; Max-Age=([1-9]\d*)/.exec(cookie) ?? []
        return seconds === undefined ? [] : [Number(seconds)]
      })
      expect(age).toBeGreaterThan(3_600 + LIFETIME.max - 60)
      expect(age).toBeLessThanOrEqual(3_600 + LIFETIME.max)
    }
  })
})

test('a room whose life begins at once notes nothing of when anybody came', async () => {
  const ann = new Person()
  const roomId = await ann.createRoom()
  await ann.joinAndConnect(roomId)
  const { startedAt, createdAt, expiresAt } = (await ann.callRoom(roomId, 'GET')).body
  expect(startedAt).toBe(createdAt)
  const alarm = await readAlarm(roomId)
  await new Person().joinAndConnect(roomId)
  expect([alarm, await readAlarm(roomId)]).toEqual([expiresAt, expiresAt])
  const noted = await runInRoom(roomId, ({ sql }) =>
    sql.exec('SELECT connected_since FROM participants WHERE connected_since IS NOT NULL').toArray(),
  )
  expect(noted).toEqual([])
})

test('a plan does not take when its life begins: it has times', async () => {
  const facilitator = await Facilitator.signUp()
  for (const option of [{ starts: 'second' }, { waitFor: 600 }]) {
    const reply = await facilitator.requestSchedule(option)
    expect(refusalOf(reply)).toEqual([400, 'invalid-request'])
    expect(reply.body.error?.issues?.map(({ path }) => path)).toEqual(Object.keys(option))
  }
})
