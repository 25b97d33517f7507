import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { refusalOf } from '../support/api-client.ts'
import { connectAnnAndBen } from './pairs.ts'
import { listTables, Person, roomObject, runInRoom } from './person.ts'

/** A room with two who are connected and have spoken. */
async function makeBusyRoom(options: Record<string, unknown> = {}) {
  const pair = await connectAnnAndBen(options)
  await pair.ann.postMessage(pair.roomId, { text: 'to be forgotten' })
  return pair
}

const MADE_UP = 'V1StGXR8_Z5jdHi6B-myT'

/** Every call of the contract to a room, by somebody with cookies of it. */
async function makeEveryCall(
  person: Person,
  roomId: string,
  cookie: string,
): Promise<Record<string, number>> {
  const calls: [string, string, unknown?][] = [
    ['GET', ''],
    ['POST', '/join', {}],
    ['POST', '/leave'],
    ['GET', '/ttl'],
    ['GET', '/messages'],
    ['POST', '/messages', { text: 'anyone there?' }],
    ['PATCH', '', { locked: true }],
    ['DELETE', '/participants/V1StGXR8_Z5jdHi6B-myT'],
    ['DELETE', ''],
  ]
  const statuses: Record<string, number> = {}
  for (const [method, path, body] of calls) {
    const reply = await person.callApi(method, `/api/rooms/${roomId}${path}`, body, { cookie })
    statuses[`${method} ${path} ${reply.body.error?.code}`] = reply.status
  }
  const upgrade = await person.requestUpgrade(roomId, '', { cookie })
  const { error } = await upgrade.json<{ error: { code: string } }>()
  statuses[`GET /realtime ${error.code}`] = upgrade.status
  return statuses
}

const ALL_GONE = {
  'GET  room-not-found': 404,
  'POST /join room-not-found': 404,
  'POST /leave room-not-found': 404,
  'GET /ttl room-not-found': 404,
  'GET /messages room-not-found': 404,
  'POST /messages room-not-found': 404,
  'PATCH  room-not-found': 404,
  'DELETE /participants/V1StGXR8_Z5jdHi6B-myT room-not-found': 404,
  'DELETE  room-not-found': 404,
  'GET /realtime room-not-found': 404,
}

describe('destroying a room', () => {
  test('sends its end to everyone, then disconnects them, and leaves nothing in storage when it has answered', async () => {
    const { roomId, ann, annConnection, benConnection } = await makeBusyRoom()
    expect((await listTables(roomId)).length).toBeGreaterThan(0)
    const { status, body } = await ann.callRoom(roomId, 'DELETE')
    expect([status, body]).toEqual([200, { destroyed: true }])
    expect(await listTables(roomId)).toEqual([])
    expect(await runInRoom(roomId, (storage) => storage.getAlarm())).toBe(null)
    for (const connection of [annConnection, benConnection]) {
      expect(await connection.nextEvent('chat.destroy', 'somebody was not sent the end')).toEqual({
        isDestroyed: true,
        reason: 'destroyed',
      })
      expect((await connection.waitForClose('the room is gone and a socket is open')).code).toBe(4410)
      expect(connection.events.at(-1)?.event).toBe('chat.destroy')
    }
  })

  test('makes every call to it answer 404, for those who were in it too', async () => {
    const { roomId, ann } = await makeBusyRoom()
    const cookie = ann.cookieHeader(`/api/rooms/${roomId}`)
    expect(cookie).toContain('x-auth-token')
    await ann.callRoom(roomId, 'DELETE')
    expect(await makeEveryCall(new Person(), roomId, cookie)).toEqual(ALL_GONE)
    expect(await listTables(roomId)).toEqual([])
    await evictDurableObject(roomObject(roomId))
    expect(await makeEveryCall(new Person(), roomId, cookie)).toEqual(ALL_GONE)
    expect(await listTables(roomId)).toEqual([])
  })

  test('takes the cookies away', async () => {
    const { roomId, ann } = await makeBusyRoom()
    await ann.callRoom(roomId, 'DELETE')
    expect(ann.cookieHeader(`/api/rooms/${roomId}`)).toBe('')
    expect(ann.cookieHeader(`/room/${roomId}`)).toBe('')
  })

  test('ends it once for two who destroy it at the same time', async () => {
    const { roomId, ann, ben, benConnection } = await makeBusyRoom()
    const [first, second] = await Promise.all([
      ann.callRoom(roomId, 'DELETE'),
      ben.callRoom(roomId, 'DELETE'),
    ])
    expect([first.status, second.status].sort()).toEqual([200, 404])
    await benConnection.waitForClose('the room is gone and a socket is open')
    expect(benConnection.receivedData('chat.destroy')).toHaveLength(1)
  })

  interface Case {
    who: 'host' | 'participant' | 'stranger'
    options: Record<string, unknown>
    status: number
    code?: string
  }
  const WHO: Case[] = [
    { who: 'host', options: {}, status: 200 },
    { who: 'participant', options: {}, status: 200 },
    { who: 'stranger', options: {}, status: 401, code: 'not-a-participant' },
    { who: 'host', options: { capacity: 3 }, status: 200 },
    { who: 'participant', options: { capacity: 3 }, status: 403, code: 'not-allowed' },
    { who: 'participant', options: { capacity: null }, status: 403, code: 'not-allowed' },
    { who: 'participant', options: { capacity: 3, destroyBy: 'anyone' }, status: 200 },
    { who: 'participant', options: { capacity: 2, destroyBy: 'host' }, status: 403, code: 'not-allowed' },
    { who: 'host', options: { capacity: 2, destroyBy: 'host' }, status: 200 },
  ]
  test.for(WHO)('by a $who with $options answers $status', async ({ who, options, status, code }) => {
    const { roomId, ann, ben } = await makeBusyRoom(options)
    const person = { host: ann, participant: ben, stranger: new Person() }[who]
    expect(refusalOf(await person.callRoom(roomId, 'DELETE'))).toEqual([status, code])
    expect((await ann.callRoom(roomId, 'GET')).status).toBe(status === 200 ? 404 : 200)
  })
})

describe('a room whose object stopped between its end and the deletion', () => {
  interface Case {
    touch: string
    run: (ann: Person, roomId: string) => Promise<number | boolean>
    gives: number | boolean
  }
  const TOUCHES: Case[] = [
    {
      touch: 'a call',
      run: async (ann, id) => (await ann.callRoom(id, 'GET', '/messages')).status,
      gives: 404,
    },
    {
      touch: 'somebody who joins',
      run: async (_, id) => (await new Person().requestJoin(id)).status,
      gives: 404,
    },
    { touch: 'its alarm', run: (_, id) => runDurableObjectAlarm(roomObject(id)), gives: true },
  ]
  test.for(TOUCHES)(
    'is deleted at the next touch, by $touch, and never comes back',
    async ({ run, gives }) => {
      const { roomId, ann, annConnection } = await makeBusyRoom()
      await runInRoom(roomId, ({ sql }) => sql.exec("UPDATE room SET ended = 'destroyed'"))
      await evictDurableObject(roomObject(roomId))
      expect(await run(ann, roomId)).toBe(gives)
      expect(
        await annConnection.nextEvent('chat.destroy', 'those who slept through the end are not sent it'),
      ).toEqual({
        isDestroyed: true,
        reason: 'destroyed',
      })
      expect((await annConnection.waitForClose('the room is gone and a socket is open')).code).toBe(4410)
      expect(await listTables(roomId)).toEqual([])
      expect(refusalOf(await ann.callRoom(roomId, 'GET'))).toEqual([404, 'room-not-found'])
    },
  )

  test('is the room that could not be deleted: it is marked before anything is sent', async () => {
    const sent = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { roomId, ann, annConnection } = await makeBusyRoom()
    const cookie = ann.cookieHeader(`/api/rooms/${roomId}`)
    await runInRoom(roomId, (storage) => {
      storage.deleteAll = () => Promise.reject(new Error('the disk is broken'))
    })
    expect((await ann.callRoom(roomId, 'DELETE')).status).toBe(200)
    expect((await annConnection.waitForClose('the room is over and a socket is open')).code).toBe(4410)
    expect((await listTables(roomId)).length).toBeGreaterThan(0)
    expect(await runInRoom(roomId, (storage) => storage.getAlarm())).toBeGreaterThan(Date.now())
    expect(sent).toHaveBeenCalledOnce()
    sent.mockRestore()
    await evictDurableObject(roomObject(roomId))
    expect(await makeEveryCall(new Person(), roomId, cookie)).toEqual(ALL_GONE)
    expect(await listTables(roomId)).toEqual([])
  })

  test('ends for the reason it ended for, not for the time that has passed since', async () => {
    const { roomId, ann, annConnection } = await makeBusyRoom()
    await runInRoom(roomId, ({ sql }) => sql.exec("UPDATE room SET ended = 'destroyed', ends_at = 1"))
    await evictDurableObject(roomObject(roomId))
    await ann.callRoom(roomId, 'GET')
    expect(await annConnection.nextEvent('chat.destroy', 'nobody is notified')).toMatchObject({
      reason: 'destroyed',
    })
  })
})

describe('an alarm that fails', () => {
  // The room logs that it failed, which would only clutter a report of tests.
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
  })
  afterEach(() => {
    vi.restoreAllMocks()
  })

  test('throws nothing, is set again, and makes the deletion good', async () => {
    const { roomId, ann, annConnection } = await makeBusyRoom()
    await runInRoom(roomId, ({ sql }) => sql.exec('UPDATE room SET ends_at = 1'))
    await evictDurableObject(roomObject(roomId))
    const again = await runInDurableObject(roomObject(roomId), async (room, { storage }) => {
      const deleteAll = storage.deleteAll
      storage.deleteAll = () => Promise.reject(new Error('the disk is broken'))
      try {
        await room.alarm()
      } finally {
        storage.deleteAll = deleteAll
      }
      return storage.getAlarm()
    })
    expect(again).toBeGreaterThan(Date.now())
    expect((await annConnection.waitForClose('the room is over and a socket is open')).code).toBe(4410)
    // The room is dead although its rows are still there.
    expect((await listTables(roomId)).length).toBeGreaterThan(0)
    expect(refusalOf(await ann.callRoom(roomId, 'GET', '/messages'))).toEqual([404, 'room-not-found'])
    expect(await runDurableObjectAlarm(roomObject(roomId))).toBe(true)
    expect(await listTables(roomId)).toEqual([])
  })

  test('is set again also when it fails before it could end anything', async () => {
    const { roomId, ann } = await makeBusyRoom()
    const again = await runInDurableObject(roomObject(roomId), async (room, { storage }) => {
      const setAlarm = storage.setAlarm
      let calls = 0
      storage.setAlarm = (at, options) => {
        calls += 1
        if (calls === 1) return Promise.reject(new Error('not now'))
        return setAlarm.call(storage, at, options)
      }
      try {
        await room.alarm()
      } finally {
        storage.setAlarm = setAlarm
      }
      return storage.getAlarm()
    })
    expect(again).toBeGreaterThan(Date.now())
    expect((await ann.callRoom(roomId, 'GET', '/messages')).body.lastSeq).toBe(1)
  })
})

describe('a made-up room id', () => {
  test('answers 404 to every call and leaves nothing in storage', async () => {
    expect(await makeEveryCall(new Person(), MADE_UP, `x-auth-token=${MADE_UP}.${'A'.repeat(43)}`)).toEqual(
      ALL_GONE,
    )
    expect(await listTables(MADE_UP)).toEqual([])
    expect(await runInRoom(MADE_UP, (storage) => storage.getAlarm())).toBe(null)
  })

  test.for(['x', 'creation', `${MADE_UP}x`, 'V1StGXR8_Z5jdHi6B-my%', '%00', '..%2F..'])(
    'that no room can have, such as %s, answers 404',
    async (id) => {
      expect((await new Person().callApi('GET', `/api/rooms/${id}`)).status).toBe(404)
      expect((await new Person().callApi('POST', `/api/rooms/${id}/join`, {})).status).toBe(404)
    },
  )
})
