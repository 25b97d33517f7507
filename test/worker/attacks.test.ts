import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { LEAVE_ANNOUNCED_AFTER, MESSAGES_MAX } from '../../protocol/limits.ts'
import type { Room } from '../../worker/room/room.ts'
import { refusalOf } from '../support/api-client.ts'
import { joinPair } from './pairs.ts'
import { letTimePass } from './pass-time.ts'
import { ORIGIN, Person, roomObject, runInRoom } from './person.ts'

const SCRIPTS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "';DROP TABLE messages;--",
  '{{7*7}}<%= 7*7 %>',
  'javascript:alert(1)',
]

describe('markup and statements', () => {
  test.for(SCRIPTS)('are text and nothing else in a message and an alias: %s', async (script) => {
    const { host, participant, roomId } = await joinPair()
    const alias = script.slice(0, 32)
    const { body } = await participant.postMessage(roomId, { text: script, sender: alias })
    expect(body).toMatchObject({ text: script, sender: alias })
    const history = await host.callRoom(roomId, 'GET', '/messages')
    expect(history.body.messages?.[0]).toMatchObject({ text: script, sender: alias })
    expect(history.headers.get('content-type')).toContain('application/json')
    expect(history.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.for(SCRIPTS)('are never echoed by an answer to a path or a query: %s', async (script) => {
    const anyone = new Person()
    const written = encodeURIComponent(script)
    for (const path of [
      `/api/rooms/${written}`,
      `/api/${written}`,
      `/room/${written}`,
      `/api/rooms/ttl?roomId=${written}`,
      `/api/messages?roomId=${written}`,
    ]) {
      const reply = await anyone.callApi('GET', path)
      expect([303, 400, 404], path).toContain(reply.status)
      expect(reply.text + (reply.headers.get('location') ?? ''), path).not.toContain(script)
    }
  })
})

describe('ids of odd characters', () => {
  test.for([
    '%00',
    '%2e%2e%2f',
    '%F0%9F%98%80',
    'a%0d%0aset-cookie:x=1',
    '__proto__',
    'constructor',
    '%27%20OR%201=1--',
  ])('%s in the place of a room or a participant finds nothing and breaks nothing', async (odd) => {
    const { host, roomId } = await joinPair()
    expect((await host.callApi('GET', `/api/rooms/${odd}`)).status).toBe(404)
    const removed = await host.callRoom(roomId, 'DELETE', `/participants/${odd}`)
    expect(refusalOf(removed)).toEqual([404, 'participant-not-found'])
    expect(removed.headers.get('set-cookie')).toBeNull()
  })
})

describe('somebody else', () => {
  test('can not be spoken for with their participant id and a secret of one’s own', async () => {
    const { participant, roomId, participantId } = await joinPair()
    const own = participant.readToken('x-auth-token', roomId).split('.')[1]
    const forged = `x-auth-token=${participantId.replace(/^./, (c) => (c === 'a' ? 'b' : 'a'))}.${own}`
    for (const cookie of [
      forged,
      `x-auth-token=${participantId}.${'A'.repeat(43)}`,
      `x-auth-token=${participantId}`,
    ]) {
      const reply = await new Person().callApi(
        'POST',
        `/api/rooms/${roomId}/messages`,
        { text: 'I am Guest' },
        { cookie },
      )
      expect(refusalOf(reply)).toEqual([401, 'not-a-participant'])
    }
  })

  test('can not be spoken for with the cookies of another room', async () => {
    const one = await joinPair()
    const two = await joinPair()
    const cookie = `x-auth-token=${one.participant.readToken('x-auth-token', one.roomId)}; x-host-token=${one.host.readToken('x-host-token', one.roomId)}`
    const stranger = new Person()
    for (const [method, path, body] of [
      ['POST', '/messages', { text: 'hi' }],
      ['GET', '/messages', undefined],
      ['DELETE', '', undefined],
      ['PATCH', '', { locked: true }],
      ['POST', '/leave', undefined],
    ] as const) {
      const reply = await stranger.callApi(method, `/api/rooms/${two.roomId}${path}`, body, { cookie })
      expect(refusalOf(reply), path).toEqual([401, 'not-a-participant'])
    }
  })

  test('is not named by fields that a client adds to its frames', async () => {
    const { host, participant, roomId, participantId } = await joinPair()
    const connection = await participant.openConnection(roomId)
    await connection.nextEvent('room.welcome', 'the socket opened and the room sends nothing')
    const hosts = (await host.joinRoom(roomId)).participantId
    const forged = { participantId: hosts, sender: 'Hanna', seq: 99, roomId: 'x', timestamp: 1 }
    connection.sendEvent('chat.message', { id: 'm1', text: 'hi', ...forged })
    const message = await connection.nextEvent('chat.message', 'the message was refused or lost')
    expect(message).toMatchObject({ participantId, sender: 'Guest', seq: 1, roomId })
  })
})

test('who takes the id of somebody who left is not the author of what that one said', async () => {
  const admission = createHash('sha256').update('secret').digest('base64url')
  const host = new Person()
  const roomId = await host.createRoom({ capacity: 5, encryption: 'e2ee', keys: 2, admission })
  const seat = (name: string) => ({ participantId: name.padEnd(21, '0'), admission: 'secret' })
  await host.joinRoom(roomId, seat('ada'))
  const [ben, eve] = [new Person(), new Person()]
  await ben.joinRoom(roomId, seat('ben'))
  await ben.sendMessage(roomId, 'e2.1.bmljZQ')
  await ben.callRoom(roomId, 'POST', '/leave')
  await eve.joinRoom(roomId, seat('ben'))
  await eve.sendMessage(roomId, 'e2.1.ZXZl')
  const change = async (seq: number) => [
    (await eve.callRoom(roomId, 'PUT', `/messages/${seq}/closed`)).status,
    (await eve.callRoom(roomId, 'PATCH', `/messages/${seq}`, { text: 'e2.1.ZXZpbA' })).status,
    (await eve.callRoom(roomId, 'DELETE', `/messages/${seq}`)).status,
  ]
  expect(await change(1)).toEqual([403, 403, 403])
  await evictDurableObject(roomObject(roomId))
  expect(await change(1)).toEqual([403, 403, 403])
  expect(await change(2)).toEqual([204, 200, 204])
})

test('an envelope sent again under another id is another message, and its id shows that', async () => {
  const { participant, roomId } = await joinPair({ encryption: 'e2ee' })
  const text = `e1.${randomBytes(100).toString('base64url')}`
  const first = await participant.postMessage(roomId, { id: 'm1', text })
  const again = await participant.postMessage(roomId, { id: 'm1', text: `${text}AA` })
  const moved = await participant.postMessage(roomId, { id: 'm2', text })
  expect(again.body).toEqual(first.body)
  expect(moved.body).toMatchObject({ id: 'm2', seq: 2 })
})

test('JSON as deep as a body allows is refused by its schema, not by a stack', async () => {
  const { participant, roomId } = await joinPair()
  const deep = '['.repeat(32_000) + ']'.repeat(32_000)
  expect((await participant.callRoom(roomId, 'POST', '/messages', deep)).status).toBe(400)
  expect((await participant.callRoom(roomId, 'POST', '/messages', `{"text":${deep}}`)).status).toBe(400)
  expect((await participant.postMessage(roomId, { text: 'still here' })).status).toBe(201)
})

test('ten thousand wrong admissions take no seat, and the right one gets in after them', async () => {
  const host = new Person()
  const secret = randomBytes(32).toString('base64url')
  const admission = createHash('sha256').update(secret).digest('base64url')
  const roomId = await host.createRoom({ admission })
  expect(refusalOf(await new Person().requestJoin(roomId, { admission: 'wrong' }))).toEqual([
    403,
    'wrong-link',
  ])
  // Asked of the object itself: past the rate limit of an address, which would stop them long before.
  await runInDurableObject(roomObject(roomId), async (room: Room) => {
    for (let n = 0; n < 10_000; n += 1) {
      const { refusal } = await room.joinRoom({}, { admission: randomBytes(32).toString('base64url') })
      expect(refusal?.code).toBe('wrong-link')
    }
  })
  expect((await host.callRoom(roomId, 'GET')).body.seats).toBe(0)
  expect((await host.requestJoin(roomId, { admission: secret })).status).toBe(200)
})

test('sockets opened and abandoned leave the room as it was', async () => {
  const { host, participant, roomId } = await joinPair()
  for (let n = 0; n < 60; n += 1) {
    const response = await participant.requestUpgrade(roomId)
    response.webSocket?.accept()
    response.webSocket?.close(1000, '')
  }
  const connection = await host.openConnection(roomId)
  await connection.nextEvent('room.welcome', 'the room was brought down by sockets that came and went')
  expect((await host.postMessage(roomId, { text: 'hello' })).status).toBe(201)
  letTimePass(LEAVE_ANNOUNCED_AFTER)
  await expect.poll(async () => (await host.callRoom(roomId, 'GET')).body.present).toBe(1)
})

test('a room that has stored all it can is read on and takes no more', async () => {
  const { host, participant, roomId } = await joinPair()
  await participant.postMessage(roomId, { text: 'the first' })
  await runInRoom(roomId, ({ sql }) => {
    sql.exec('UPDATE messages SET seq = ?', MESSAGES_MAX - 1)
  })
  await evictDurableObject(roomObject(roomId))
  expect((await participant.postMessage(roomId, { id: 'last', text: 'the last' })).body.seq).toBe(
    MESSAGES_MAX,
  )
  expect(refusalOf(await participant.postMessage(roomId, { text: 'one more' }))).toEqual([
    507,
    'storage-full',
  ])
  expect((await participant.postMessage(roomId, { id: 'last', text: 'the last' })).status).toBe(200)
  expect((await host.callRoom(roomId, 'GET', '/messages')).body.messages).toHaveLength(2)
})

test('a foreign page can change nothing, whatever it sends along', async () => {
  const { host, roomId } = await joinPair()
  for (const origin of [
    'https://evil.example',
    'null',
    'http://chat.test.evil.example',
    'https://chat.test',
    `${ORIGIN}:81`,
  ]) {
    const reply = await host.callApi('DELETE', `/api/rooms/${roomId}`, undefined, { origin })
    expect(refusalOf(reply), origin).toEqual([403, 'wrong-origin'])
  }
  expect((await host.callRoom(roomId, 'GET')).status).toBe(200)
})
