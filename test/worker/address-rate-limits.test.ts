import { env } from 'cloudflare:workers'
import { nanoid } from 'nanoid'
import { describe, expect, test, vi } from 'vitest'
import { Account } from '../../worker/account/account.ts'
import { addressKey } from '../../worker/http/client-address.ts'
import { Relay } from '../../worker/relay/relay.ts'
import { Room } from '../../worker/room/room.ts'
import { makeSecret } from '../../worker/secrets/secret.ts'
import { refusalOf } from '../support/api-client.ts'
import { Facilitator } from './facilitator.ts'
import { Person } from './person.ts'

/** Refusals that an address may get within a minute. */
const ALLOWED = 600
/** The binding counts by the minute of the clock, which no test can stop: where one begins in between, it counts from nothing again. */
const ONE_MINUTE = { retry: 1 }
/** Refusals that are left of them to somebody who has been refused before. */
const LEFT = 10

/** Has somebody be refused so often that few are left. */
async function exhaustAddress(address: string, left = LEFT): Promise<void> {
  const key = addressKey(address)
  await Promise.all(Array.from({ length: ALLOWED - left }, () => env.STRANGER_RATE_LIMIT.limit({ key })))
}

/** Has a stranger be refused until the address is. Throws where nobody stops the stranger. */
async function callUntilLimited(stranger: Person, ask: () => Promise<{ status: number }>): Promise<void> {
  await exhaustAddress(stranger.address)
  for (let asked = 0; asked < LEFT; asked += 1) expect((await ask()).status).not.toBe(429)
  for (let asked = 0; asked <= ALLOWED; asked += 1) if ((await ask()).status === 429) return
  throw new Error('nobody stops this stranger')
}

/** A token that nobody has. */
const makeUpToken = (relay = '') => `x-auth-token=${nanoid()}.${makeSecret()}${relay && `.${relay}`}`

describe('a stranger', () => {
  test(
    'who looks for rooms is stopped after six hundred, before any object is woken',
    ONE_MINUTE,
    async () => {
      const [host, stranger] = [new Person(), new Person()]
      const roomId = await host.createRoom()
      const look = vi.spyOn(Room.prototype, 'getPublicRoom')
      const gate = vi.spyOn(Room.prototype, 'checkPageEntry')
      let pages = 0
      await callUntilLimited(stranger, () => {
        pages += 1
        return stranger.callApi('GET', pages % 2 ? `/api/rooms/${nanoid()}` : `/room/${nanoid()}`)
      })
      const woken = look.mock.calls.length + gate.mock.calls.length
      const reply = await stranger.callApi('GET', `/api/rooms/${nanoid()}`)
      expect(refusalOf(reply)).toEqual([429, 'too-many-requests'])
      expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(Number(reply.headers.get('retry-after'))).toBeLessThanOrEqual(60)
      const page = await stranger.callApi('GET', `/room/${nanoid()}`)
      expect([page.status, page.text]).toEqual([429, expect.stringContaining('<html')])
      expect((await stranger.requestUpgrade(nanoid())).status).toBe(429)
      expect(look.mock.calls.length + gate.mock.calls.length).toBe(woken)
      // Whoever comes from there with the invite link of a room that is known comes in, and so does everyone else.
      expect((await stranger.callApi('GET', `/api/rooms/${roomId}`)).status).toBe(200)
      expect((await new Person(stranger.address).requestJoin(roomId)).status).toBe(200)
      expect((await new Person().callApi('GET', `/api/rooms/${nanoid()}`)).status).toBe(404)
    },
  )

  test(
    'who makes up tokens is stopped, and who has one goes on from the same address',
    ONE_MINUTE,
    async () => {
      const [host, participant, stranger] = [new Person(), new Person(), new Person()]
      const roomId = await host.createRoom({ capacity: 3 })
      const school = new Person(stranger.address)
      await school.joinRoom(roomId)
      await participant.joinRoom(roomId)
      const forge = () =>
        stranger.callApi('GET', `/api/rooms/${roomId}/realtime`, undefined, {
          upgrade: 'websocket',
          cookie: makeUpToken(),
        })
      await callUntilLimited(stranger, forge)
      expect((await forge()).status).toBe(429)
      for (const person of [school, participant]) {
        const connection = await person.openConnection(roomId)
        await connection.nextEvent('room.welcome', 'who has a seat is kept out')
      }
    },
  )

  test('wakes no relay by a token that names one', async () => {
    const stranger = new Person()
    const roomId = await new Person().createRoom()
    const woken = vi.spyOn(Relay.prototype, 'fetch')
    for (let n = 0; n < 100; n += 1) {
      const cookie = makeUpToken(`weur-${n}`)
      const response = await stranger.requestUpgrade(roomId, '', { cookie })
      expect(response.status).toBe(401)
      await response.text()
    }
    expect(woken).not.toHaveBeenCalled()
  })

  test.for(['/api/account/rooms', '/room/'])(
    'who makes up sessions is stopped at %s',
    ONE_MINUTE,
    async (start) => {
      const [stranger, ann] = [new Person(), await Facilitator.signUp()]
      const path = start === '/room/' ? start + (await new Person().createRoom()) : start
      const accountId = env.ACCOUNTS.newUniqueId().toString()
      const forge = () =>
        stranger.callApi('GET', path, undefined, { cookie: `session=${accountId}.${makeSecret()}` })
      await callUntilLimited(stranger, forge)
      const asked = [
        vi.spyOn(Account.prototype, 'getAccount'),
        vi.spyOn(Account.prototype, 'identifySession'),
      ]
      expect((await forge()).status).toBe(429)
      for (const call of asked) expect(call).not.toHaveBeenCalled()
      const own = { cookie: ann.sessionCookie, 'cf-connecting-ip': stranger.address }
      expect((await ann.callApi('GET', '/api/account/rooms', undefined, own)).status).toBe(200)
    },
  )
})

test('a facilitator who makes up rooms is stopped as well, and keeps the own ones', ONE_MINUTE, async () => {
  const ann = await Facilitator.signUp()
  const { roomId } = await ann.scheduleRoom()
  const own = () => ann.callApi('GET', `/api/account/rooms/${roomId}`)
  expect((await own()).status).toBe(200)
  const asked = vi.spyOn(Room.prototype, 'describeOwnRoom')
  await callUntilLimited(ann, () => ann.callApi('GET', `/api/account/rooms/${nanoid()}`))
  asked.mockClear()
  expect((await ann.callApi('GET', `/api/account/rooms/${nanoid()}`)).status).toBe(429)
  expect(asked).not.toHaveBeenCalled()
  expect((await own()).status).toBe(200)
  expect(await ann.listRooms()).toHaveLength(1)
  // One that is made now is as good as one that was known before.
  const next = await ann.scheduleRoom({ title: 'Next' })
  const changed = await ann.callApi('PATCH', `/api/account/rooms/${next.roomId}`, { title: 'Renamed' })
  expect(changed.status).toBe(200)
})

describe('a class behind one address', () => {
  test('that follows the invite link of a room that is gone asks its object once, and is never limited', async () => {
    const school = new Person()
    await exhaustAddress(school.address, 2)
    const gone = nanoid()
    const look = vi.spyOn(Room.prototype, 'getPublicRoom')
    for (let pupil = 0; pupil < 5; pupil += 1) {
      expect((await school.callApi('GET', `/api/rooms/${gone}`)).status).toBe(404)
    }
    expect(look).toHaveBeenCalledTimes(1)
    expect((await school.callApi('GET', `/room/${gone}`)).headers.get('location')).toContain('room-not-found')
    expect((await school.callApi('GET', `/api/rooms/${nanoid()}`)).status).toBe(404)
  })

  test('that is asked for a password, or finds a room full or not open, is never limited', async () => {
    const host = new Person()
    const locked = await host.createRoom({ password: 'correct horse' })
    const full = await host.createRoom()
    for (const person of [new Person(), new Person()]) await person.joinRoom(full)
    const school = new Person()
    await exhaustAddress(school.address, 1)
    for (let pupil = 0; pupil < 5; pupil += 1) {
      expect((await school.requestJoin(locked)).status).toBe(401)
      expect((await school.requestJoin(full)).status).toBe(409)
    }
    expect((await school.callApi('GET', `/api/rooms/${nanoid()}`)).status).toBe(404)
  })
})

test('somebody else’s room, asked for by a facilitator, stays where it is', async () => {
  const [ann, ben] = [await Facilitator.signUp(), await Facilitator.signUp()]
  const { roomId } = await ann.scheduleRoom()
  expect((await ben.downloadTranscript(roomId)).status).toBe(404)
  expect((await ben.callApi('PATCH', `/api/account/rooms/${roomId}`, { title: 'Mine' })).status).toBe(404)
  expect((await new Person().callApi('GET', `/api/rooms/${roomId}`)).status).toBe(200)
})
