import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { JOIN_PROTOCOL } from '../../protocol/participant.ts'
import { expectStatus, refusalOf } from '../support/api-client.ts'
import { TestConnection } from '../support/test-connection.ts'
import { Facilitator } from './facilitator.ts'
import { channelOf, Person } from './person.ts'

/** What is offered to join with: JSON as base64url behind the subprotocol. */
function makeOffer(request: unknown): Record<string, string> {
  const json = typeof request === 'string' ? request : JSON.stringify(request)
  return { 'sec-websocket-protocol': `${JOIN_PROTOCOL}, ${Buffer.from(json).toString('base64url')}` }
}

/** Comes in by the socket alone. Throws where the answer is no. */
async function enterRoom(person: Person, roomId: string, request: unknown = {}, query = '') {
  const response = await person.requestUpgrade(roomId, query, makeOffer(request))
  const connection = new TestConnection(await channelOf(response))
  const welcome = await connection.nextEvent('room.welcome', 'the socket opened and the room sends nothing')
  return { connection, welcome, response }
}

/** Why somebody does not come in. */
async function readRefusal(person: Person, roomId: string, headers: Record<string, string>) {
  const response = await person.requestUpgrade(roomId, '', headers)
  const text = await response.text()
  return refusalOf({ status: response.status, body: JSON.parse(text) })
}

test('takes a seat and a socket in one request, and is sent the token', async () => {
  const roomId = await new Person().createRoom()
  const bot = new Person()
  const { connection, welcome, response } = await enterRoom(bot, roomId, { alias: 'Bot ☕' })
  expect(response.headers.get('sec-websocket-protocol')).toBe(JOIN_PROTOCOL)
  expect(response.headers.getSetCookie()).toEqual([])
  expect(welcome).toMatchObject({ alias: 'Bot ☕', role: 'participant', room: { seats: 1, present: 1 } })
  connection.sendMessage('m1', 'hello')
  await connection.nextEvent('chat.message', 'the message is not delivered')

  const again = await enterRoom(new Person(), roomId, { token: welcome.token }, '?after=0')
  expect(again.welcome).toMatchObject({ participantId: welcome.participantId, token: welcome.token })
  expect(again.welcome.messages.map(({ text }) => text)).toEqual(['hello'])
  const cookie = { cookie: `x-auth-token=${welcome.token}` }
  const { body } = await new Person().callApi('GET', `/api/rooms/${roomId}/messages`, undefined, cookie)
  expect(body.messages).toHaveLength(1)
  expect((await new Person().callRoom(roomId, 'GET')).body).toMatchObject({ seats: 1 })
})

test('whoever has a seat by cookie finds it, and is sent no token', async () => {
  const ann = new Person()
  const roomId = await ann.createRoom()
  const { participantId } = await ann.joinRoom(roomId)
  const { welcome } = await enterRoom(ann, roomId)
  expect(welcome.participantId).toBe(participantId)
  expect(welcome.role).toBe('host')
  expect(welcome).not.toHaveProperty('token')
})

test('nothing behind the subprotocol asks for nothing', async () => {
  const roomId = await new Person().createRoom()
  const response = await new Person().requestUpgrade(roomId, '', { 'sec-websocket-protocol': JOIN_PROTOCOL })
  expect(response.status).toBe(101)
  response.webSocket?.accept()
})

test('the entry check is the same: every refusal of joining, as an answer to the upgrade', async () => {
  const host = new Person()
  const roomId = await host.createRoom({ capacity: 3, password: 'sesame', destroyBy: 'host' })
  expect(await readRefusal(new Person(), roomId, makeOffer({}))).toEqual([401, 'password-required'])
  expect(await readRefusal(new Person(), roomId, makeOffer({ password: 'wrong' }))).toEqual([
    403,
    'wrong-password',
  ])
  const bot = new Person()
  const { welcome } = await enterRoom(bot, roomId, { alias: 'Bot', password: 'sesame' })
  expect(await readRefusal(new Person(), roomId, makeOffer({ alias: 'BOT', password: 'sesame' }))).toEqual([
    409,
    'alias-taken',
  ])
  expect(await readRefusal(new Person(), roomId, makeOffer({ alias: 'Н0st', password: 'sesame' }))).toEqual([
    400,
    'invalid-request',
  ])
  await host.joinRoom(roomId, { password: 'sesame' })
  expectStatus(await host.callRoom(roomId, 'DELETE', `/participants/${welcome.participantId}`), 204)
  expect(
    await readRefusal(new Person(), roomId, makeOffer({ token: welcome.token, password: 'sesame' })),
  ).toEqual([403, 'removed'])
  expectStatus(await host.callRoom(roomId, 'PATCH', '', { locked: true }), 200)
  expect(await readRefusal(new Person(), roomId, makeOffer({ password: 'sesame' }))).toEqual([
    403,
    'room-locked',
  ])
  const foreign = { ...makeOffer({ password: 'sesame' }), origin: 'https://evil.example' }
  expect(await readRefusal(new Person(), roomId, foreign)).toEqual([403, 'wrong-origin'])
  expect(await readRefusal(new Person(), 'V1StGXR8_Z5jdHi6B-myT', makeOffer({}))).toEqual([
    404,
    'room-not-found',
  ])
})

test('what can not be read is said so, and takes no seat', async () => {
  const roomId = await new Person().createRoom()
  for (const request of ['{', 'null', '[]', { alias: '' }, { token: 'x'.repeat(200) }]) {
    expect(await readRefusal(new Person(), roomId, makeOffer(request))).toEqual([400, 'invalid-request'])
  }
  const noBytes = { 'sec-websocket-protocol': `${JOIN_PROTOCOL}, x` }
  expect(await readRefusal(new Person(), roomId, noBytes)).toEqual([400, 'invalid-request'])
  expect((await new Person().callRoom(roomId, 'GET')).body).toMatchObject({ seats: 0 })
})

test('in a room with relays: the seat is where it is placed, the token names the place, and messages reach all', async () => {
  const places = Number(env.RELAY_ABOVE ?? Number.NaN)
  const roomId = await new Person().createRoom({ capacity: null })
  const all = []
  for (let at = 0; at < 5; at += 1) all.push(await enterRoom(new Person(), roomId, { alias: `bot ${at}` }))
  const relays = all.map(({ welcome }) => welcome.token?.split('.')[2])
  const placed = places === 3 ? ['any-0', 'any-0'] : [undefined, undefined]
  expect(relays).toEqual([undefined, undefined, undefined, ...placed])
  all[4]?.connection.sendMessage('m1', 'from the last')
  for (const { connection, response } of all) {
    expect(response.headers.get('sec-websocket-protocol')).toBe(JOIN_PROTOCOL)
    expect((await connection.nextEvent('chat.message', 'somebody is not notified')).text).toBe(
      'from the last',
    )
  }
  const { welcome } = await enterRoom(new Person(), roomId, { token: all[4]?.welcome.token })
  expect(welcome.participantId).toBe(all[4]?.welcome.participantId)
  expect(welcome.token).toBe(all[4]?.welcome.token)
})

test('what makes a host or a facilitator is not given away: their cookies count for nothing, their seats do', async () => {
  const host = new Person()
  const hosted = await host.createRoom()
  expect((await enterRoom(host, hosted)).welcome.role).toBe('participant')

  const facilitator = await Facilitator.signUp()
  const { roomId } = await facilitator.scheduleRoom({ password: 'sesame' })
  expect(await readRefusal(facilitator, roomId, makeOffer({}))).toEqual([401, 'password-required'])
  await facilitator.joinRoom(roomId)
  const { welcome } = await enterRoom(facilitator, roomId)
  expect(welcome.role).toBe('facilitator')
  expect(welcome).not.toHaveProperty('token')
})
