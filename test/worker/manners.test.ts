import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { REPLACED } from '../../protocol/close.ts'
import { CONNECTIONS_MAX, MESSAGE_RATE, WELCOME } from '../../protocol/limits.ts'
import { refusalOf } from '../support/api-client.ts'
import { Person, roomObject, runInRoom } from './person.ts'

async function pair(options: Record<string, unknown> = {}) {
  const host = new Person()
  const guest = new Person()
  const roomId = await host.createRoom(options)
  await host.joinRoom(roomId, { alias: 'Hanna' })
  await guest.joinRoom(roomId, { alias: 'Guest' })
  return { host, guest, roomId }
}

describe('a rename that comes with a message', () => {
  test('happens only where the message is stored, so that it costs what a message costs', async () => {
    const { host, guest, roomId } = await pair()
    const line = await host.openConnection(roomId)
    await line.nextEvent('room.welcome', 'the socket opened and the room says nothing')
    const seen = await guest.openConnection(roomId)
    await seen.nextEvent('room.welcome', 'the socket opened and the room says nothing')
    expect(
      refusalOf(await guest.postMessage(roomId, { text: 'x'.repeat(16_385), sender: 'Longwinded' }))[0],
    ).toBe(413)
    // At once: one after the other a slow machine keeps to the rate by itself.
    const posts = Array.from({ length: MESSAGE_RATE.burst + 20 }, (_, n) =>
      guest.postMessage(roomId, { text: 'hi', sender: `Guest ${n}` }),
    )
    const answers = (await Promise.all(posts)).map(({ status }) => status)
    const stored = answers.filter((status) => status === 201).length
    expect(answers.filter((status) => status === 429).length).toBeGreaterThan(0)
    await line.waitUntilSettled()
    const renames = line.events.filter(({ event }) => event === 'presence.update').length
    expect(renames).toBe(stored)
  })

  test('does not stand in the way of a resend under a name that somebody else has', async () => {
    const { guest, roomId } = await pair()
    const sent = { id: 'm1', text: 'hi' }
    expect((await guest.postMessage(roomId, sent)).status).toBe(201)
    expect((await guest.postMessage(roomId, { ...sent, sender: 'Hanna' })).status).toBe(200)
    expect(refusalOf(await guest.postMessage(roomId, { text: 'hi', sender: 'Hanna' }))).toEqual([
      409,
      'alias-taken',
    ])
  })
})

test('a host who leaves and comes back is the host again', async () => {
  const { host, roomId } = await pair({ capacity: 5 })
  expect((await host.callRoom(roomId, 'POST', '/leave')).status).toBe(204)
  expect((await host.joinRoom(roomId)).role).toBe('host')
})

test('a room that is gone answers 404 to calls that are wrong in themselves, too', async () => {
  const { host, guest, roomId } = await pair()
  await host.callRoom(roomId, 'DELETE')
  for (const [method, path, body] of [
    ['POST', '/messages', {}],
    ['PATCH', '', {}],
    ['POST', '/join', { alias: '' }],
    ['GET', '/messages?limit=0', undefined],
    ['GET', '/realtime', undefined],
    ['POST', '/messages', 'x'.repeat(70_000)],
  ] as const) {
    expect(refusalOf(await guest.callRoom(roomId, method, path, body)), path).toEqual([404, 'room-not-found'])
  }
})

test('the names of the query form answer 405 to other methods', async () => {
  const anyone = new Person()
  for (const [method, path, allow] of [
    ['GET', '/api/rooms/create', 'POST'],
    ['DELETE', '/api/rooms/ttl', 'GET, HEAD'],
    ['GET', '/api/room/create', 'POST'],
  ] as const) {
    const reply = await anyone.callApi(method, path)
    expect(refusalOf(reply), path).toEqual([405, 'method-not-allowed'])
    expect(reply.headers.get('allow'), path).toBe(allow)
  }
})

test('a participant has so many sockets, and with one more the one silent for longest goes', async () => {
  const { guest, roomId } = await pair()
  const lines = []
  for (let n = 0; n < CONNECTIONS_MAX; n += 1) lines.push(await guest.openConnection(roomId))
  const [first, second] = lines
  // The first one speaks: now the second has been silent for longest.
  await new Promise((resolve) => setTimeout(resolve, 5))
  first?.sendMessage('m1')
  await first?.nextEvent('chat.message', 'the message was refused or lost')
  const latest = await guest.openConnection(roomId)
  await latest.nextEvent('room.welcome', 'a participant with many ghosts is kept out')
  // A reason of its own, so that the one that is closed doesn't come back to take the place of the next.
  expect(await second?.closed).toEqual({ code: 4429, reason: REPLACED })
  expect((await guest.callRoom(roomId, 'GET')).body.present).toBe(1)
})

interface Weight {
  of: string
  text: string
  newest: number
}
const WEIGHTS: Weight[] = [
  { of: 'plain text', text: 'x'.repeat(16_384), newest: 100 },
  // Each is written as six characters.
  { of: 'control characters', text: '\u0001'.repeat(16_384), newest: 17 },
  { of: 'quotes', text: '"'.repeat(16_384), newest: 51 },
]
test.for(WEIGHTS)(
  'a welcome weighs no more than its JSON may ($of); the rest is a call away',
  async (weight) => {
    const { host, guest, roomId } = await pair()
    await host.postMessage(roomId, { text: 'one' })
    await runInRoom(roomId, ({ sql }) => {
      const { text } = weight
      for (let seq = 2; seq <= 160; seq += 1) {
        sql.exec("INSERT INTO messages VALUES (?, ?, 'p', 'Hanna', ?, 1, NULL)", seq, `m${seq}`, text)
      }
    })
    await evictDurableObject(roomObject(roomId))
    const resumed = await (await guest.openConnection(roomId, 1)).nextEvent(
      'room.welcome',
      'the room says nothing',
    )
    const weighs = (messages: unknown[]) => JSON.stringify(messages).length
    expect([resumed.messages[0]?.seq, resumed.lastSeq]).toEqual([2, 160])
    const fresh = await (await guest.openConnection(roomId)).nextEvent(
      'room.welcome',
      'the room says nothing',
    )
    expect([fresh.messages.length, fresh.messages.at(-1)?.seq]).toEqual([weight.newest, 160])
    for (const { messages } of [resumed, fresh]) {
      expect(messages.length).toBeGreaterThanOrEqual(weight.newest)
      expect(weighs(messages) - messages.length - 1).toBeLessThanOrEqual(WELCOME.characters)
    }
  },
)

test('an empty password is none: it is asked for and counts as no try', async () => {
  const host = new Person()
  const roomId = await host.createRoom({ password: 'correct horse' })
  expect(refusalOf(await new Person().requestJoin(roomId, { password: '' }))).toEqual([
    401,
    'password-required',
  ])
})

test('the name of an abandoned seat comes with it', async () => {
  const { host, roomId } = await pair()
  await host.postMessage(roomId, { text: 'I stay' })
  await runInRoom(roomId, ({ sql }) => {
    sql.exec("UPDATE participants SET idle_since = 1 WHERE alias = 'Guest'")
  })
  await evictDurableObject(roomObject(roomId))
  expect(refusalOf(await new Person().requestJoin(roomId, { alias: 'Hanna' }))).toEqual([409, 'alias-taken'])
  expect((await new Person().joinRoom(roomId, { alias: 'guest' })).alias).toBe('guest')
})
