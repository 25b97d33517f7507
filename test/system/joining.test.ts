import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Person } from '../support/node-client.ts'
import { type Server, startServer } from '../support/server.ts'

let server: Server

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server?.stop())

const UNKNOWN = 'V1StGXR8_Z5jdHi6B-myT'

test('fifty racing for seven seats get exactly seven', async () => {
  const host = new Person(server.origin)
  const roomId = await host.createRoom({ capacity: 7 })
  const racers = Array.from({ length: 50 }, () => new Person(server.origin))
  const replies = await Promise.all(
    racers.map((racer) => racer.callApi('POST', `/api/rooms/${roomId}/join`, {})),
  )
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(7)
  expect(replies.filter(({ body }) => body.error?.code === 'room-full')).toHaveLength(43)
  const seats = replies.filter(({ status }) => status === 200).map(({ body }) => body.participantId)
  expect(new Set(seats).size).toBe(7)
  expect((await host.callApi('GET', `/api/rooms/${roomId}`)).body.seats).toBe(7)
})

test('the leaves of thirty who disconnect at once are sent in a few frames', async () => {
  const host = new Person(server.origin)
  const roomId = await host.createRoom({ capacity: null })
  await host.joinRoom(roomId)
  const watcher = await host.openConnection(roomId)
  const others = Array.from({ length: 30 }, () => new Person(server.origin))
  const connections = await Promise.all(
    others.map(async (other) => {
      await other.joinRoom(roomId)
      return other.openConnection(roomId)
    }),
  )
  await watcher.nextEvent('presence.join', 'not all get in', ({ present }) => present === 31)
  const before = watcher.frames.length
  await Promise.all(connections.map((connection) => connection.disconnect()))
  await watcher.nextEvent('presence.leave', 'not all leaves are sent', ({ present }) => present === 1)
  expect(watcher.events.filter(({ event }) => event === 'presence.leave')).toHaveLength(30)
  expect(watcher.frames.length - before).toBeLessThan(15)
})

test('ten wrong passwords in a minute lead to a refusal, also of the right one', async () => {
  const host = new Person(server.origin)
  const roomId = await host.createRoom({ password: 'correct horse' })
  await host.joinRoom(roomId, { password: 'correct horse' })
  const stranger = new Person(server.origin)
  const join = (body: object) => stranger.callApi('POST', `/api/rooms/${roomId}/join`, body)
  const asked = await join({})
  expect([asked.status, asked.body.error?.code]).toEqual([401, 'password-required'])
  for (let tries = 0; tries < 10; tries += 1) {
    const wrong = await join({ password: `guess ${tries}` })
    expect([wrong.status, wrong.body.error?.code]).toEqual([403, 'wrong-password'])
  }
  for (const password of ['guess 11', 'correct horse']) {
    const shut = await join({ password })
    expect([shut.status, shut.body.error?.code]).toEqual([429, 'too-many-attempts'])
    const wait = Number(shut.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)
  }
  // The host has a seat and is not disturbed by somebody else's guesses.
  expect((await host.joinRoom(roomId)).role).toBe('host')
})

describe('the cookies', () => {
  test('of a token belong to the paths of its room and to no other', async () => {
    const ann = new Person(server.origin)
    const roomId = await ann.createRoom()
    const joined = await ann.callApi('POST', `/api/rooms/${roomId}/join`, {})
    const paths = [`/api/rooms/${roomId}`, `/room/${roomId}`]
    const connections = joined.headers
      .getSetCookie()
      .filter((connection) => connection.startsWith('x-auth-token='))
    expect(connections.map((connection) => /path=([^;]*)/i.exec(connection)?.[1]).sort()).toEqual(paths)
    for (const connection of connections) {
      expect(connection).toMatch(/; ?HttpOnly/i)
      expect(connection).toMatch(/; ?SameSite=Lax/i)
      expect(connection, 'a browser would not keep it on http').not.toMatch(/; ?Secure/i)
      const age = Number(/max-age=(\d+)/i.exec(connection)?.[1])
      expect(age).toBeGreaterThan(590)
      expect(age).toBeLessThanOrEqual(600)
    }
    expect(ann.jar.cookieHeader('/')).toBe('')
    expect(ann.jar.cookieHeader('/api/rooms')).toBe('')
    expect(ann.jar.cookieHeader(`/api/rooms/${UNKNOWN}/messages`)).toBe('')
  })

  test('of the creation make whoever joins with it a host', async () => {
    const ann = new Person(server.origin)
    const made = await ann.callApi('POST', '/api/rooms', {})
    const { roomId = '' } = made.body
    expect(made.headers.get('location')).toBe(`/room/${roomId}`)
    expect(roomId).toMatch(/^[A-Za-z0-9_-]{21}$/)
    const names = ann.jar.listScopes().filter(({ name }) => name === 'x-host-token')
    expect(names.map(({ path }) => path)).toContain(`/api/rooms/${roomId}`)
    expect(names.every(({ path }) => path.includes(roomId))).toBe(true)
    expect((await ann.joinRoom(roomId)).role).toBe('host')
    expect((await new Person(server.origin).joinRoom(roomId)).role).toBe('participant')
  })

  test('of one room mean nothing in another', async () => {
    const ann = new Person(server.origin)
    const first = await ann.createRoom()
    const second = await new Person(server.origin).createRoom()
    await ann.joinRoom(first)
    const stolen = ann.jar.cookieHeader(`/api/rooms/${first}/messages`)
    const answer = await new Person(server.origin).callApi(
      'GET',
      `/api/rooms/${second}/messages`,
      undefined,
      {
        cookie: stolen,
      },
    )
    expect([answer.status, answer.body.error?.code]).toEqual([401, 'not-a-participant'])
  })
})

describe('the gatekeeper', () => {
  const page = (person: Person, id: string) =>
    person.callApi('GET', `/room/${id}`, undefined, { accept: 'text/html' })

  test('lets a preview bot look, and the bot takes no seat', async () => {
    const ann = new Person(server.origin)
    const roomId = await ann.createRoom()
    const bot = new Person(server.origin)
    for (let look = 0; look < 5; look += 1) {
      const shown = await page(bot, roomId)
      expect(shown.status).toBe(200)
      expect(shown.headers.get('content-type')).toContain('text/html')
      expect(shown.headers.get('set-cookie')).toBe(null)
    }
    expect((await bot.callApi('GET', `/api/rooms/${roomId}`)).body).toMatchObject({ seats: 0, present: 0 })
    await ann.joinRoom(roomId)
    await new Person(server.origin).joinRoom(roomId)
  })

  test('sends those for whom there is no seat to the lobby, and those with a seat in', async () => {
    const ann = new Person(server.origin)
    const roomId = await ann.createRoom()
    await ann.joinRoom(roomId)
    await new Person(server.origin).joinRoom(roomId)
    const refused = await page(new Person(server.origin), roomId)
    expect([refused.status, refused.headers.get('location')]).toEqual([
      303,
      `/?error=room-full&room=${roomId}`,
    ])
    expect((await page(ann, roomId)).status).toBe(200)
  })

  test('sends /room/<an id of no room> to the lobby, which can show of which', async () => {
    const refused = await page(new Person(server.origin), UNKNOWN)
    expect([refused.status, refused.headers.get('location')]).toEqual([
      303,
      `/?error=room-not-found&room=${UNKNOWN}`,
    ])
  })

  test.for(['short', 'no%20id%20at%20all', `${UNKNOWN}x`])('sends /room/%s to the lobby', async (id) => {
    const refused = await page(new Person(server.origin), id)
    expect([refused.status, refused.headers.get('location')]).toEqual([303, '/?error=room-not-found'])
  })

  test('sends the former participant of a destroyed room to the lobby', async () => {
    const ann = new Person(server.origin)
    const roomId = await ann.createRoom()
    await ann.joinRoom(roomId)
    await ann.callApi('DELETE', `/api/rooms/${roomId}`)
    const refused = await page(ann, roomId)
    expect([refused.status, refused.headers.get('location')]).toEqual([
      303,
      `/?error=room-not-found&room=${roomId}`,
    ])
  })
})

describe('a seat', () => {
  test('is kept by whoever joins again with the token', async () => {
    const ann = new Person(server.origin)
    const roomId = await ann.createRoom()
    const first = await ann.joinRoom(roomId, { alias: 'Ann' })
    const second = await ann.joinRoom(roomId)
    expect(second).toMatchObject({ participantId: first.participantId, alias: 'Ann' })
    expect(second.room.seats).toBe(1)
  })

  test('is free again after leaving, and so is the alias', async () => {
    const ann = new Person(server.origin)
    const ben = new Person(server.origin)
    const roomId = await ann.createRoom()
    await ann.joinRoom(roomId, { alias: 'Ann' })
    await ben.joinRoom(roomId, { alias: 'Ben' })
    const taken = await new Person(server.origin).callApi('POST', `/api/rooms/${roomId}/join`, {
      alias: 'Cat',
    })
    expect(taken.body.error?.code).toBe('room-full')
    expect((await ben.callApi('POST', `/api/rooms/${roomId}/leave`)).status).toBe(204)
    expect((await ben.callApi('GET', `/api/rooms/${roomId}/ttl`)).status).toBe(401)
    expect((await new Person(server.origin).joinRoom(roomId, { alias: 'ben' })).alias).toBe('ben')
  })
})
