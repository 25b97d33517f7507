import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { SILENT_SEAT_MS } from '../../protocol/limits.ts'
import { refusalOf } from '../support/api-client.ts'
import { Facilitator } from './facilitator.ts'
import { joinAnnAndBen } from './pairs.ts'
import { letAwayTimePass } from './pass-time.ts'
import { Person, roomObject, runInRoom } from './person.ts'

describe('seats', () => {
  test('fifty racing for seven get exactly seven', async () => {
    const roomId = await new Person().createRoom({ capacity: 7 })
    const racers = Array.from({ length: 50 }, () => new Person())
    const replies = await Promise.all(racers.map((racer) => racer.requestJoin(roomId)))
    const seated = replies.filter(({ status }) => status === 200)
    expect(seated).toHaveLength(7)
    expect(new Set(seated.map(({ body }) => body.participantId)).size).toBe(7)
    expect(new Set(seated.map(({ body }) => body.alias)).size).toBe(7)
    const refused = replies.filter(({ status }) => status !== 200)
    expect(new Set(refused.map((reply) => refusalOf(reply).join(' ')))).toEqual(new Set(['409 room-full']))
    const stored = await runInRoom(roomId, ({ sql }) =>
      sql.exec<{ n: number }>('SELECT count(*) AS n FROM participants').one(),
    )
    expect(stored.n).toBe(7)
  })

  test('joining again with a good token takes no second seat and keeps the name', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom()
    const first = await ann.joinRoom(roomId, { alias: 'Ann' })
    const again = await ann.joinRoom(roomId, { alias: 'Someone else' })
    expect(again).toMatchObject({ participantId: first.participantId, alias: 'Ann', role: 'host' })
    expect(again.room.seats).toBe(1)
  })

  test('of two tabs that join at once with one token there is one seat', async () => {
    const { roomId, ann } = await joinAnnAndBen()
    const replies = await Promise.all([
      ann.requestJoin(roomId),
      ann.requestJoin(roomId),
      ann.requestJoin(roomId),
    ])
    expect(new Set(replies.map(({ status, body }) => `${status} ${body.participantId}`)).size).toBe(1)
    expect((await ann.callRoom(roomId, 'GET')).body.seats).toBe(2)
  })

  test('joining again needs no password, no admission and no open lock', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ password: 'correct horse' })
    const { participantId } = await ann.joinRoom(roomId, { password: 'correct horse' })
    await ann.callRoom(roomId, 'PATCH', '', { locked: true })
    expect(await ann.joinRoom(roomId)).toMatchObject({ participantId })
  })

  test('a token with a wrong secret is a stranger', async () => {
    const { roomId, ann } = await joinAnnAndBen()
    const token = ann.readToken('x-auth-token', roomId)
    const forged = `${token.slice(0, token.indexOf('.') + 1)}${'A'.repeat(43)}`
    const reply = await new Person().callApi('GET', `/api/rooms/${roomId}/ttl`, undefined, {
      cookie: `x-auth-token=${forged}`,
    })
    expect(refusalOf(reply)).toEqual([401, 'not-a-participant'])
  })

  test('a capacity of null takes everyone', async () => {
    const host = new Person()
    const roomId = await host.createRoom({ capacity: null })
    const participants = await Promise.all(Array.from({ length: 30 }, () => new Person().requestJoin(roomId)))
    expect(participants.every(({ status }) => status === 200)).toBe(true)
    expect((await host.callRoom(roomId, 'GET')).body).toMatchObject({ capacity: null, seats: 30 })
  })

  test('leaving frees the seat and the alias, and closes the sockets of the one who left', async () => {
    const { roomId, ann, ben } = await joinAnnAndBen()
    const annConnection = await ann.joinAndConnect(roomId)
    const benConnection = await ben.joinAndConnect(roomId)
    expect(refusalOf(await new Person().requestJoin(roomId, { alias: 'BEN' }))).toEqual([409, 'room-full'])
    expect((await ben.callRoom(roomId, 'POST', '/leave')).status).toBe(204)
    expect((await benConnection.waitForClose('who left is still connected')).code).toBe(4401)
    expect(await annConnection.nextEvent('presence.leave', 'nobody was sent who left')).toMatchObject({
      participantId: benConnection.id,
      present: 1,
    })
    expect(refusalOf(await ben.callRoom(roomId, 'GET', '/ttl'))).toEqual([401, 'not-a-participant'])
    expect(await new Person().joinRoom(roomId, { alias: 'BEN' })).toMatchObject({ alias: 'BEN' })
  })

  test('a token that left is dead, also when its cookie was kept', async () => {
    const { roomId, ben } = await joinAnnAndBen()
    const cookie = `x-auth-token=${ben.readToken('x-auth-token', roomId)}`
    await ben.callRoom(roomId, 'POST', '/leave')
    const reply = await ben.callApi('GET', `/api/rooms/${roomId}/messages`, undefined, { cookie })
    expect(refusalOf(reply)).toEqual([401, 'not-a-participant'])
  })
})

describe('an abandoned seat', () => {
  test('goes to the next who needs it once it was silent and without a connection for a minute', async () => {
    const { roomId, ann, ben } = await joinAnnAndBen()
    await ann.postMessage(roomId, { text: 'I speak, so my seat stays mine.' })
    await letAwayTimePass(roomId, SILENT_SEAT_MS)
    const cat = await new Person().joinRoom(roomId, { alias: 'Cat' })
    expect(cat.room.seats).toBe(2)
    expect(refusalOf(await ben.callRoom(roomId, 'GET', '/ttl'))).toEqual([401, 'not-a-participant'])
    expect((await ann.callRoom(roomId, 'GET', '/ttl')).status).toBe(200)
  })

  test('is not given away before the minute is over', async () => {
    const { roomId } = await joinAnnAndBen()
    await letAwayTimePass(roomId, SILENT_SEAT_MS - 5_000)
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([409, 'room-full'])
  })

  test('is not given away while there is another seat', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ capacity: 3 })
    await ann.joinRoom(roomId)
    await letAwayTimePass(roomId, 10 * SILENT_SEAT_MS)
    await new Person().joinRoom(roomId)
    expect((await ann.callRoom(roomId, 'GET', '/ttl')).status).toBe(200)
  })

  test('is not given away while its participant is connected, however silent', async () => {
    const { roomId, ann, ben } = await joinAnnAndBen()
    const connection = await ben.joinAndConnect(roomId)
    await ann.postMessage(roomId, { text: 'hello' })
    await letAwayTimePass(roomId, 10 * SILENT_SEAT_MS)
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([409, 'room-full'])
    await connection.waitUntilSettled()
  })

  test('is not given away where its participant spoke', async () => {
    const { roomId, ann, ben } = await joinAnnAndBen()
    await ann.postMessage(roomId, { text: 'hello' })
    await ben.postMessage(roomId, { text: 'hello' })
    await letAwayTimePass(roomId, 10 * SILENT_SEAT_MS)
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([409, 'room-full'])
  })

  test('starts its minute again when the last connection closes', async () => {
    const { roomId, ann, ben } = await joinAnnAndBen()
    await ann.postMessage(roomId, { text: 'hello' })
    await letAwayTimePass(roomId, 10 * SILENT_SEAT_MS)
    const connection = await ben.joinAndConnect(roomId)
    await connection.disconnect()
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([409, 'room-full'])
    await letAwayTimePass(roomId, SILENT_SEAT_MS)
    expect((await new Person().requestJoin(roomId)).status).toBe(200)
  })

  test('is the one that was abandoned the longest', async () => {
    const { roomId, ann, ben } = await joinAnnAndBen()
    await runInRoom(roomId, ({ sql }) => {
      sql.exec('UPDATE participants SET idle_since = ? WHERE alias = ?', Date.now() - 70_000, 'Ann')
      sql.exec('UPDATE participants SET idle_since = ? WHERE alias = ?', Date.now() - 90_000, 'Ben')
    })
    await evictDurableObject(roomObject(roomId))
    await new Person().joinRoom(roomId)
    expect((await ann.callRoom(roomId, 'GET', '/ttl')).status).toBe(200)
    expect((await ben.callRoom(roomId, 'GET', '/ttl')).status).toBe(401)
  })

  test('is given to one of those who race for it', async () => {
    const { roomId, ann } = await joinAnnAndBen()
    await ann.postMessage(roomId, { text: 'hello' })
    await letAwayTimePass(roomId, SILENT_SEAT_MS)
    const replies = await Promise.all(Array.from({ length: 10 }, () => new Person().requestJoin(roomId)))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('lets the page of a full room be seen by the next', async () => {
    const { roomId, ann } = await joinAnnAndBen()
    const look = () => new Person().fetchResponse('GET', `/room/${roomId}`)
    expect((await look()).headers.get('location')).toBe(`/?error=room-full&room=${roomId}`)
    await ann.postMessage(roomId, { text: 'hello' })
    await letAwayTimePass(roomId, SILENT_SEAT_MS)
    expect((await look()).status).toBe(200)
  })
})

describe('in a room without a limit', () => {
  test('only the first coming of a guest is written down: all that counts is whether a seat was used', async () => {
    const ann = new Person()
    const roomId = await new Person().createRoom({ capacity: null })
    const since = () =>
      runInRoom(roomId, ({ sql }) =>
        sql.exec<{ since: number | null }>('SELECT idle_since AS since FROM participants').one(),
      )
    const comeAndGo = async () => {
      const connection = await ann.joinAndConnect(roomId)
      await connection.disconnect()
      await ann.callRoom(roomId, 'GET', '/ttl')
    }
    await ann.joinRoom(roomId, { alias: 'Ann' })
    expect((await since()).since).not.toBe(null)
    await comeAndGo()
    expect((await since()).since).toBe(null)
    await runInRoom(roomId, ({ sql }) => sql.exec('UPDATE participants SET idle_since = 1'))
    await comeAndGo()
    expect((await since()).since).toBe(1)
  })

  test('a limit that is set later gives no seat away before its minute is over', async () => {
    const host = await Facilitator.signUp()
    const { roomId } = await host.scheduleRoom()
    const [ben, cleo] = [new Person(), new Person()]
    for (const person of [ben, cleo]) await (await person.joinAndConnect(roomId)).disconnect()
    // The last that storage knows of them is that they joined, long ago.
    await letAwayTimePass(roomId, 10 * SILENT_SEAT_MS)
    await host.changeRoom(roomId, { capacity: 2 })
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([409, 'room-full'])
    await evictDurableObject(roomObject(roomId))
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([409, 'room-full'])
    await letAwayTimePass(roomId, SILENT_SEAT_MS)
    expect((await new Person().requestJoin(roomId)).status).toBe(200)
  })
})

describe('an alias', () => {
  interface Case {
    taken: string
    asked: string
  }
  const SAME: Case[] = [
    { taken: 'Ann', asked: 'Ann' },
    { taken: 'Ann', asked: 'aNN' },
    { taken: 'ÅSA', asked: 'åsa' },
    { taken: '\u00c5sa', asked: 'A\u030asa' },
    { taken: 'Ann Lee', asked: '  ann   lee ' },
    { taken: 'Ann', asked: 'Ａｎｎ' },
  ]
  test.for(SAME)(
    'is taken where somebody is $taken and another asks for "$asked"',
    async ({ taken, asked }) => {
      const ann = new Person()
      const roomId = await ann.createRoom()
      await ann.joinRoom(roomId, { alias: taken })
      expect(refusalOf(await new Person().requestJoin(roomId, { alias: asked }))).toEqual([
        409,
        'alias-taken',
      ])
      expect((await ann.callRoom(roomId, 'GET')).body.seats).toBe(1)
    },
  )

  test('is given to whoever names none', async () => {
    const roomId = await new Person().createRoom()
    const { alias } = await new Person().joinRoom(roomId)
    expect(alias).toMatch(/^anonymous-[a-z]+-[a-z0-9]{5}$/)
  })

  test('is changed by the `sender` of a message, sent to all, and free again for others', async () => {
    const { roomId, ann, ben } = await joinAnnAndBen()
    const connection = await ann.joinAndConnect(roomId)
    const benConnection = await ben.joinAndConnect(roomId)
    const sent = await ben.postMessage(roomId, { text: 'call me Bo', sender: 'Bo' })
    expect([sent.status, sent.body.sender]).toEqual([201, 'Bo'])
    expect(await connection.nextEvent('presence.update', 'nobody learns the new name')).toMatchObject({
      participantId: benConnection.id,
      alias: 'Bo',
    })
    expect(refusalOf(await ann.postMessage(roomId, { text: 'x', sender: 'BO' }))).toEqual([
      409,
      'alias-taken',
    ])
    expect((await ann.postMessage(roomId, { text: 'I am Ben now', sender: 'Ben' })).status).toBe(201)
    await evictDurableObject(roomObject(roomId))
    expect((await ben.joinRoom(roomId)).alias).toBe('Bo')
    expect((await ann.joinRoom(roomId)).alias).toBe('Ben')
  })

  test('may change its own case', async () => {
    const { roomId, ann } = await joinAnnAndBen()
    expect((await ann.postMessage(roomId, { text: 'x', sender: 'ANN' })).body.sender).toBe('ANN')
  })
})

describe('the host', () => {
  test('is whoever joins with the cookie of the creation, and nobody else', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom()
    expect((await new Person().joinRoom(roomId)).role).toBe('participant')
    expect((await ann.joinRoom(roomId)).role).toBe('host')
  })

  test('is not whoever has the cookie of another room', async () => {
    const ann = new Person()
    const [first, second] = [await ann.createRoom(), await ann.createRoom()]
    const cookie = `x-host-token=${ann.readToken('x-host-token', first)}`
    const reply = await new Person().callApi('POST', `/api/rooms/${second}/join`, {}, { cookie })
    expect(reply.body.role).toBe('participant')
  })

  test('may manage and destroy before joining, and may not read', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ capacity: 5 })
    expect((await ann.callRoom(roomId, 'PATCH', '', { locked: true })).body.locked).toBe(true)
    expect(refusalOf(await ann.callRoom(roomId, 'GET', '/messages'))).toEqual([401, 'not-a-participant'])
    expect((await ann.callRoom(roomId, 'DELETE')).body).toEqual({ destroyed: true })
  })

  test('locks the room for those who come, not for those inside', async () => {
    const ann = new Person()
    const ben = new Person()
    const roomId = await ann.createRoom({ capacity: 5 })
    const connection = await ann.joinAndConnect(roomId)
    await ben.joinRoom(roomId)
    await ann.callRoom(roomId, 'PATCH', '', { locked: true })
    expect(await connection.nextEvent('room.update', 'nobody learns of the lock')).toMatchObject({
      locked: true,
    })
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([403, 'room-locked'])
    expect((await ben.requestJoin(roomId)).status).toBe(200)
    await evictDurableObject(roomObject(roomId))
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([403, 'room-locked'])
    await ann.callRoom(roomId, 'PATCH', '', { locked: false })
    expect((await new Person().requestJoin(roomId)).status).toBe(200)
  })

  test('comes into a room that was locked before', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ capacity: 2 })
    await ann.callRoom(roomId, 'PATCH', '', { locked: true })
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([403, 'room-locked'])
    expect((await ann.requestJoin(roomId)).body.role).toBe('host')
  })

  test('removes a participant, whose token may not come back while the seat and alias are free', async () => {
    const { roomId, ann, ben } = await joinAnnAndBen()
    const annConnection = await ann.joinAndConnect(roomId)
    const tab = await ben.joinAndConnect(roomId)
    const otherTab = await ben.openConnection(roomId)
    expect((await ann.callRoom(roomId, 'DELETE', `/participants/${tab.id}`)).status).toBe(204)
    expect((await tab.waitForClose('a removed participant still listens')).code).toBe(4403)
    expect((await otherTab.waitForClose('a second tab of a removed participant still listens')).code).toBe(
      4403,
    )
    expect(await annConnection.nextEvent('presence.leave', 'nobody learns who was removed')).toMatchObject({
      participantId: tab.id,
      present: 1,
    })
    for (const wakeFirst of [false, true]) {
      if (wakeFirst) await evictDurableObject(roomObject(roomId))
      expect(refusalOf(await ben.requestJoin(roomId))).toEqual([403, 'removed'])
      expect(refusalOf(await ben.callRoom(roomId, 'GET', '/messages'))).toEqual([401, 'not-a-participant'])
      expect((await ben.requestUpgrade(roomId)).status).toBe(401)
      const page = await ben.fetchResponse('GET', `/room/${roomId}`)
      expect([page.status, page.headers.get('location')]).toEqual([303, `/?error=removed&room=${roomId}`])
    }
    expect(await new Person().joinRoom(roomId, { alias: 'ben' })).toMatchObject({ alias: 'ben' })
    expect(refusalOf(await ann.callRoom(roomId, 'DELETE', `/participants/${tab.id}`))).toEqual([
      404,
      'participant-not-found',
    ])
  })
})

test('a host who leaves and comes back is the host again', async () => {
  const host = new Person()
  const roomId = await host.createRoom({ capacity: 5 })
  await host.joinRoom(roomId)
  expect((await host.callRoom(roomId, 'POST', '/leave')).status).toBe(204)
  expect((await host.joinRoom(roomId)).role).toBe('host')
})

test('the name of an abandoned seat comes with it', async () => {
  const host = new Person()
  const roomId = await host.createRoom()
  await host.joinRoom(roomId, { alias: 'Hanna' })
  await new Person().joinRoom(roomId, { alias: 'Cleo' })
  await host.postMessage(roomId, { text: 'I stay' })
  await runInRoom(roomId, ({ sql }) => {
    sql.exec("UPDATE participants SET idle_since = 1 WHERE alias = 'Cleo'")
  })
  await evictDurableObject(roomObject(roomId))
  expect(refusalOf(await new Person().requestJoin(roomId, { alias: 'Hanna' }))).toEqual([409, 'alias-taken'])
  expect((await new Person().joinRoom(roomId, { alias: 'cleo' })).alias).toBe('cleo')
})
