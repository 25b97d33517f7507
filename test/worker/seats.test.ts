import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { SILENT_SEAT_MS } from '../../protocol/limits.ts'
import { Facilitator } from './facilitator.ts'
import { inside, no, objectOf, Person } from './person.ts'

/** Lets everyone's connection have been gone for so many milliseconds, as storage knows it. */
async function idleFor(roomId: string, ms: number): Promise<void> {
  await inside(roomId, ({ sql }) =>
    sql.exec('UPDATE participants SET idle_since = ? WHERE idle_since IS NOT NULL', Date.now() - ms),
  )
  await evictDurableObject(objectOf(roomId))
}

/** A room for two with both seats taken, as `Ann` and `Ben`. */
async function fullRoom() {
  const ann = new Person()
  const ben = new Person()
  const roomId = await ann.create()
  await ann.join(roomId, { alias: 'Ann' })
  await ben.join(roomId, { alias: 'Ben' })
  return { roomId, ann, ben }
}

describe('seats', () => {
  test('fifty racing for seven get exactly seven', async () => {
    const roomId = await new Person().create({ capacity: 7 })
    const racers = Array.from({ length: 50 }, () => new Person())
    const replies = await Promise.all(racers.map((racer) => racer.knock(roomId)))
    const seated = replies.filter(({ status }) => status === 200)
    expect(seated).toHaveLength(7)
    expect(new Set(seated.map(({ body }) => body.participantId)).size).toBe(7)
    expect(new Set(seated.map(({ body }) => body.alias)).size).toBe(7)
    const refused = replies.filter(({ status }) => status !== 200)
    expect(new Set(refused.map((reply) => no(reply).join(' ')))).toEqual(new Set(['409 room-full']))
    const stored = await inside(roomId, ({ sql }) =>
      sql.exec<{ n: number }>('SELECT count(*) AS n FROM participants').one(),
    )
    expect(stored.n).toBe(7)
  })

  test('joining again with a good token takes no second seat and keeps the name', async () => {
    const ann = new Person()
    const roomId = await ann.create()
    const first = await ann.join(roomId, { alias: 'Ann' })
    const again = await ann.join(roomId, { alias: 'Someone else' })
    expect(again).toMatchObject({ participantId: first.participantId, alias: 'Ann', role: 'host' })
    expect(again.room.seats).toBe(1)
  })

  test('of two tabs that join at once with one token there is one seat', async () => {
    const { roomId, ann } = await fullRoom()
    const replies = await Promise.all([ann.knock(roomId), ann.knock(roomId), ann.knock(roomId)])
    expect(new Set(replies.map(({ status, body }) => `${status} ${body.participantId}`)).size).toBe(1)
    expect((await ann.inRoom(roomId, 'GET')).body.seats).toBe(2)
  })

  test('joining again needs no password, no admission and no open lock', async () => {
    const ann = new Person()
    const roomId = await ann.create({ password: 'correct horse' })
    const { participantId } = await ann.join(roomId, { password: 'correct horse' })
    await ann.inRoom(roomId, 'PATCH', '', { locked: true })
    expect(await ann.join(roomId)).toMatchObject({ participantId })
  })

  test('a token with a wrong secret is a stranger', async () => {
    const { roomId, ann } = await fullRoom()
    const token = ann.secret('x-auth-token', roomId)
    const forged = `${token.slice(0, token.indexOf('.') + 1)}${'A'.repeat(43)}`
    const reply = await new Person().call('GET', `/api/rooms/${roomId}/ttl`, undefined, {
      cookie: `x-auth-token=${forged}`,
    })
    expect(no(reply)).toEqual([401, 'not-a-participant'])
  })

  test('a capacity of null takes everyone', async () => {
    const host = new Person()
    const roomId = await host.create({ capacity: null })
    const guests = await Promise.all(Array.from({ length: 30 }, () => new Person().knock(roomId)))
    expect(guests.every(({ status }) => status === 200)).toBe(true)
    expect((await host.inRoom(roomId, 'GET')).body).toMatchObject({ capacity: null, seats: 30 })
  })

  test('leaving frees the seat and the alias, and closes the sockets of the one who left', async () => {
    const { roomId, ann, ben } = await fullRoom()
    const annLine = await ann.enter(roomId)
    const benLine = await ben.enter(roomId)
    expect(no(await new Person().knock(roomId, { alias: 'BEN' }))).toEqual([409, 'room-full'])
    expect((await ben.inRoom(roomId, 'POST', '/leave')).status).toBe(204)
    expect((await benLine.ending('whoever left still listens')).code).toBe(4401)
    expect(await annLine.next('presence.leave', 'nobody was told who left')).toMatchObject({
      participantId: benLine.id,
      present: 1,
    })
    expect(no(await ben.inRoom(roomId, 'GET', '/ttl'))).toEqual([401, 'not-a-participant'])
    expect(await new Person().join(roomId, { alias: 'BEN' })).toMatchObject({ alias: 'BEN' })
  })

  test('a token that left is dead, also when its cookie was kept', async () => {
    const { roomId, ben } = await fullRoom()
    const cookie = `x-auth-token=${ben.secret('x-auth-token', roomId)}`
    await ben.inRoom(roomId, 'POST', '/leave')
    const reply = await ben.call('GET', `/api/rooms/${roomId}/messages`, undefined, { cookie })
    expect(no(reply)).toEqual([401, 'not-a-participant'])
  })
})

describe('an abandoned seat', () => {
  test('goes to the next who needs it once it was silent and without a connection for a minute', async () => {
    const { roomId, ann, ben } = await fullRoom()
    await ann.post(roomId, { text: 'I speak, so my seat stays mine.' })
    await idleFor(roomId, SILENT_SEAT_MS)
    const cat = await new Person().join(roomId, { alias: 'Cat' })
    expect(cat.room.seats).toBe(2)
    expect(no(await ben.inRoom(roomId, 'GET', '/ttl'))).toEqual([401, 'not-a-participant'])
    expect((await ann.inRoom(roomId, 'GET', '/ttl')).status).toBe(200)
  })

  test('is not given away before the minute is over', async () => {
    const { roomId } = await fullRoom()
    await idleFor(roomId, SILENT_SEAT_MS - 5_000)
    expect(no(await new Person().knock(roomId))).toEqual([409, 'room-full'])
  })

  test('is not given away while there is another seat', async () => {
    const ann = new Person()
    const roomId = await ann.create({ capacity: 3 })
    await ann.join(roomId)
    await idleFor(roomId, 10 * SILENT_SEAT_MS)
    await new Person().join(roomId)
    expect((await ann.inRoom(roomId, 'GET', '/ttl')).status).toBe(200)
  })

  test('is not given away while its participant is connected, however silent', async () => {
    const { roomId, ann, ben } = await fullRoom()
    const line = await ben.enter(roomId)
    await ann.post(roomId, { text: 'hello' })
    await idleFor(roomId, 10 * SILENT_SEAT_MS)
    expect(no(await new Person().knock(roomId))).toEqual([409, 'room-full'])
    await line.settled()
  })

  test('is not given away where its participant spoke', async () => {
    const { roomId, ann, ben } = await fullRoom()
    await ann.post(roomId, { text: 'hello' })
    await ben.post(roomId, { text: 'hello' })
    await idleFor(roomId, 10 * SILENT_SEAT_MS)
    expect(no(await new Person().knock(roomId))).toEqual([409, 'room-full'])
  })

  test('starts its minute anew when the last connection closes', async () => {
    const { roomId, ann, ben } = await fullRoom()
    await ann.post(roomId, { text: 'hello' })
    await idleFor(roomId, 10 * SILENT_SEAT_MS)
    const line = await ben.enter(roomId)
    await line.hangUp()
    expect(no(await new Person().knock(roomId))).toEqual([409, 'room-full'])
    await idleFor(roomId, SILENT_SEAT_MS)
    expect((await new Person().knock(roomId)).status).toBe(200)
  })

  test('is the one that was abandoned the longest', async () => {
    const { roomId, ann, ben } = await fullRoom()
    await inside(roomId, ({ sql }) => {
      sql.exec('UPDATE participants SET idle_since = ? WHERE alias = ?', Date.now() - 70_000, 'Ann')
      sql.exec('UPDATE participants SET idle_since = ? WHERE alias = ?', Date.now() - 90_000, 'Ben')
    })
    await evictDurableObject(objectOf(roomId))
    await new Person().join(roomId)
    expect((await ann.inRoom(roomId, 'GET', '/ttl')).status).toBe(200)
    expect((await ben.inRoom(roomId, 'GET', '/ttl')).status).toBe(401)
  })

  test('is given to one of those who race for it', async () => {
    const { roomId, ann } = await fullRoom()
    await ann.post(roomId, { text: 'hello' })
    await idleFor(roomId, SILENT_SEAT_MS)
    const replies = await Promise.all(Array.from({ length: 10 }, () => new Person().knock(roomId)))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('lets the page of a full room be seen by the next', async () => {
    const { roomId, ann } = await fullRoom()
    const look = () => new Person().request('GET', `/room/${roomId}`)
    expect((await look()).headers.get('location')).toBe(`/?error=room-full&room=${roomId}`)
    await ann.post(roomId, { text: 'hello' })
    await idleFor(roomId, SILENT_SEAT_MS)
    expect((await look()).status).toBe(200)
  })
})

describe('in a room without a limit', () => {
  test('only the first coming is written down: all that counts is whether a seat was used', async () => {
    const ann = new Person()
    const roomId = await ann.create({ capacity: null })
    const since = () =>
      inside(roomId, ({ sql }) =>
        sql.exec<{ since: number | null }>('SELECT idle_since AS since FROM participants').one(),
      )
    const comeAndGo = async () => {
      const line = await ann.enter(roomId)
      await line.hangUp()
      await ann.inRoom(roomId, 'GET', '/ttl')
    }
    await ann.join(roomId, { alias: 'Ann' })
    expect((await since()).since).not.toBe(null)
    await comeAndGo()
    expect((await since()).since).toBe(null)
    await inside(roomId, ({ sql }) => sql.exec('UPDATE participants SET idle_since = 1'))
    await comeAndGo()
    expect((await since()).since).toBe(1)
  })

  test('a limit that is set later gives no seat away before its minute is over', async () => {
    const host = await Facilitator.signUp()
    const { roomId } = await host.schedule()
    const [ben, cleo] = [new Person(), new Person()]
    for (const person of [ben, cleo]) await (await person.enter(roomId)).hangUp()
    // The last that storage knows of them is that they joined, long ago.
    await idleFor(roomId, 10 * SILENT_SEAT_MS)
    await host.change(roomId, { capacity: 2 })
    expect(no(await new Person().knock(roomId))).toEqual([409, 'room-full'])
    await evictDurableObject(objectOf(roomId))
    expect(no(await new Person().knock(roomId))).toEqual([409, 'room-full'])
    await idleFor(roomId, SILENT_SEAT_MS)
    expect((await new Person().knock(roomId)).status).toBe(200)
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
      const roomId = await ann.create()
      await ann.join(roomId, { alias: taken })
      expect(no(await new Person().knock(roomId, { alias: asked }))).toEqual([409, 'alias-taken'])
      expect((await ann.inRoom(roomId, 'GET')).body.seats).toBe(1)
    },
  )

  test('is given to whoever names none', async () => {
    const roomId = await new Person().create()
    const { alias } = await new Person().join(roomId)
    expect(alias).toMatch(/^anonymous-[a-z]+-[a-z0-9]{5}$/)
  })

  test('is changed by the `sender` of a message, told to all, and free again for others', async () => {
    const { roomId, ann, ben } = await fullRoom()
    const line = await ann.enter(roomId)
    const benLine = await ben.enter(roomId)
    const sent = await ben.post(roomId, { text: 'call me Bo', sender: 'Bo' })
    expect([sent.status, sent.body.sender]).toEqual([201, 'Bo'])
    expect(await line.next('presence.update', 'nobody learns the new name')).toMatchObject({
      participantId: benLine.id,
      alias: 'Bo',
    })
    expect(no(await ann.post(roomId, { text: 'x', sender: 'BO' }))).toEqual([409, 'alias-taken'])
    expect((await ann.post(roomId, { text: 'I am Ben now', sender: 'Ben' })).status).toBe(201)
    await evictDurableObject(objectOf(roomId))
    expect((await ben.join(roomId)).alias).toBe('Bo')
    expect((await ann.join(roomId)).alias).toBe('Ben')
  })

  test('may change its own case', async () => {
    const { roomId, ann } = await fullRoom()
    expect((await ann.post(roomId, { text: 'x', sender: 'ANN' })).body.sender).toBe('ANN')
  })
})

describe('the host', () => {
  test('is whoever joins with the cookie of the creation, and nobody else', async () => {
    const ann = new Person()
    const roomId = await ann.create()
    expect((await new Person().join(roomId)).role).toBe('participant')
    expect((await ann.join(roomId)).role).toBe('host')
  })

  test('is not whoever has the cookie of another room', async () => {
    const ann = new Person()
    const [first, second] = [await ann.create(), await ann.create()]
    const cookie = `x-host-token=${ann.secret('x-host-token', first)}`
    const reply = await new Person().call('POST', `/api/rooms/${second}/join`, {}, { cookie })
    expect(reply.body.role).toBe('participant')
  })

  test('may manage and destroy before joining, and may not read', async () => {
    const ann = new Person()
    const roomId = await ann.create({ capacity: 5 })
    expect((await ann.inRoom(roomId, 'PATCH', '', { locked: true })).body.locked).toBe(true)
    expect(no(await ann.inRoom(roomId, 'GET', '/messages'))).toEqual([401, 'not-a-participant'])
    expect((await ann.inRoom(roomId, 'DELETE')).body).toEqual({ destroyed: true })
  })

  test('locks the door for newcomers, not for those inside', async () => {
    const ann = new Person()
    const ben = new Person()
    const roomId = await ann.create({ capacity: 5 })
    const line = await ann.enter(roomId)
    await ben.join(roomId)
    await ann.inRoom(roomId, 'PATCH', '', { locked: true })
    expect(await line.next('room.update', 'nobody learns of the lock')).toMatchObject({ locked: true })
    expect(no(await new Person().knock(roomId))).toEqual([403, 'room-locked'])
    expect((await ben.knock(roomId)).status).toBe(200)
    await evictDurableObject(objectOf(roomId))
    expect(no(await new Person().knock(roomId))).toEqual([403, 'room-locked'])
    await ann.inRoom(roomId, 'PATCH', '', { locked: false })
    expect((await new Person().knock(roomId)).status).toBe(200)
  })

  test('comes in through a door that was locked before', async () => {
    const ann = new Person()
    const roomId = await ann.create({ capacity: 2 })
    await ann.inRoom(roomId, 'PATCH', '', { locked: true })
    expect(no(await new Person().knock(roomId))).toEqual([403, 'room-locked'])
    expect((await ann.knock(roomId)).body.role).toBe('host')
  })

  test('removes a participant, whose token may not come back while the seat and alias are free', async () => {
    const { roomId, ann, ben } = await fullRoom()
    const annLine = await ann.enter(roomId)
    const tab = await ben.enter(roomId)
    const otherTab = await ben.connect(roomId)
    expect((await ann.inRoom(roomId, 'DELETE', `/participants/${tab.id}`)).status).toBe(204)
    expect((await tab.ending('a removed participant still listens')).code).toBe(4403)
    expect((await otherTab.ending('a second tab of a removed participant still listens')).code).toBe(4403)
    expect(await annLine.next('presence.leave', 'nobody learns who was removed')).toMatchObject({
      participantId: tab.id,
      present: 1,
    })
    for (const wakeFirst of [false, true]) {
      if (wakeFirst) await evictDurableObject(objectOf(roomId))
      expect(no(await ben.knock(roomId))).toEqual([403, 'removed'])
      expect(no(await ben.inRoom(roomId, 'GET', '/messages'))).toEqual([401, 'not-a-participant'])
      expect((await ben.upgrade(roomId)).status).toBe(401)
      const page = await ben.request('GET', `/room/${roomId}`)
      expect([page.status, page.headers.get('location')]).toEqual([303, `/?error=removed&room=${roomId}`])
    }
    expect(await new Person().join(roomId, { alias: 'ben' })).toMatchObject({ alias: 'ben' })
    expect(no(await ann.inRoom(roomId, 'DELETE', `/participants/${tab.id}`))).toEqual([
      404,
      'participant-not-found',
    ])
  })
})
