import { describe, expect, test } from 'vitest'
import { type Reply, refusalOf } from '../support/api-client.ts'
import { Facilitator, shiftRoomTimes } from './facilitator.ts'
import { Person } from './person.ts'

const MADE_UP = 'V1StGXR8_Z5jdHi6B-myT'

interface Call {
  method: string
  path: string
  body?: unknown
  headers?: Record<string, string>
  /** What a participant is answered: the request is wrong in itself. */
  seated?: [number, string]
  /** What the host is answered who has not joined. */
  host?: [number, string]
}

const WRONG: [number, string] = [400, 'invalid-request']
const STRANGER: [number, string] = [401, 'not-a-participant']

const CALLS: Call[] = [
  { method: 'GET', path: '/messages?limit=0' },
  { method: 'GET', path: '/messages?after=x' },
  { method: 'POST', path: '/messages', body: {} },
  { method: 'POST', path: '/messages', body: 'no json' },
  { method: 'POST', path: '/messages', body: { text: 'hello', txet: 'hello' } },
  { method: 'PATCH', path: '', body: {}, host: WRONG },
  { method: 'PATCH', path: '', body: { locked: 'yes' }, host: WRONG },
  { method: 'PATCH', path: '/participants/me', body: { alias: '' } },
  { method: 'DELETE', path: '/participants/nobody?away=perhaps', host: WRONG },
  { method: 'GET', path: '/events?after=x' },
  { method: 'POST', path: '/leave', body: { hsot: 'x' } },
  { method: 'POST', path: '/typing', body: { x: 1 } },
  { method: 'GET', path: '/realtime?after=x', headers: { upgrade: 'websocket' } },
]

function sendCall(person: Person, roomId: string, { method, path, body, headers }: Call): Promise<Reply> {
  return person.callApi(method, `/api/rooms/${roomId}${path}`, body, headers)
}

describe('a request that is wrong in itself', () => {
  test.for(CALLS)('refuses who may not call it before anything else: $method $path $body', async (call) => {
    const [host, participant] = [new Person(), new Person()]
    const roomId = await host.createRoom({ capacity: 3 })
    await participant.joinRoom(roomId)
    expect(refusalOf(await sendCall(new Person(), roomId, call))).toEqual(STRANGER)
    expect(refusalOf(await sendCall(host, roomId, call))).toEqual(call.host ?? STRANGER)
    expect(refusalOf(await sendCall(participant, roomId, call))).toEqual(WRONG)
    // A room that is gone comes before all.
    expect(refusalOf(await sendCall(participant, MADE_UP, call))).toEqual([404, 'room-not-found'])
    await participant.callRoom(roomId, 'POST', '/leave')
    expect(refusalOf(await sendCall(participant, roomId, call))).toEqual(STRANGER)
  })

  test('is refused as the room’s phase has it, and its facilitator is answered what is wrong', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ closesAt: Date.now() + 60_000 })
    const participant = new Person()
    await participant.joinRoom(roomId)
    expect(refusalOf(await ann.callRoom(roomId, 'GET', '/messages?limit=0'))).toEqual(WRONG)
    expect(refusalOf(await ann.callRoom(roomId, 'POST', '/messages', {}))).toEqual(STRANGER)
    await shiftRoomTimes(roomId, 61_000)
    expect(refusalOf(await participant.callRoom(roomId, 'GET', '/messages?limit=0'))).toEqual([
      403,
      'room-closed',
    ])
    expect(refusalOf(await ann.callRoom(roomId, 'GET', '/messages?limit=0'))).toEqual(WRONG)
  })
})

test('a wrong request about somebody else’s room is answered that there is none', async () => {
  const [ann, eve] = [await Facilitator.signUp(), await Facilitator.signUp()]
  const { roomId } = await ann.scheduleRoom()
  const path = `/api/account/rooms/${roomId}`
  const calls: [string, string, unknown?][] = [
    ['PATCH', path, { capacity: 'many' }],
    ['PATCH', path, 'no json'],
    ['POST', `${path}/close`, { now: true }],
    ['GET', `${path}/transcript?format=odt`],
  ]
  for (const [method, address, body] of calls) {
    expect(refusalOf(await ann.callApi(method, address, body))).toEqual(WRONG)
    expect(refusalOf(await eve.callApi(method, address, body))).toEqual([404, 'room-not-found'])
  }
})

describe('a field that is not known', () => {
  interface Body {
    call: string
    body: Record<string, unknown>
    unknown?: string
  }
  const soon = Date.now() + 3_600_000
  // Every call that takes a body, with one that it would take without one more field.
  const BODIES: Body[] = [
    { call: 'POST /api/rooms', body: { capacity: 2 }, unknown: 'pasword' },
    { call: 'POST /api/rooms/create', body: {} },
    { call: 'PATCH /api/rooms/:room', body: { locked: true } },
    { call: 'POST /api/rooms/:room/join', body: { alias: 'Ada' } },
    { call: 'PATCH /api/rooms/:room/participants/me', body: { alias: 'Ada' } },
    { call: 'POST /api/rooms/:room/messages', body: { text: 'hello' } },
    { call: 'POST /api/rooms/:room/typing', body: {} },
    { call: 'POST /api/rooms/:room/leave', body: {} },
    { call: 'POST /api/account/rooms/:owned/close', body: {} },
    {
      call: 'POST /api/accounts',
      body: { email: 'unknown-field@example.com', password: 'four plain words' },
    },
    { call: 'POST /api/session', body: { email: 'unknown-field@example.com', password: 'four plain words' } },
    { call: 'PATCH /api/account', body: { password: 'x', newPassword: 'four other words' } },
    { call: 'DELETE /api/account', body: { password: 'x' } },
    { call: 'POST /api/account/recovery-codes', body: { password: 'x' } },
    {
      call: 'POST /api/account/recovery',
      body: { email: 'unknown-field@example.com', code: 'x', newPassword: 'four other words' },
    },
    { call: 'POST /api/account/rooms', body: { title: 'A', closesAt: soon }, unknown: 'pasword' },
    { call: 'PATCH /api/account/rooms/:owned', body: { title: 'B' }, unknown: 'retain_for' },
  ]
  test.for(BODIES)('is refused and named: $call', async ({ call, body, unknown = 'somethingElse' }) => {
    const ann = await Facilitator.signUp()
    const { roomId: owned } = await ann.scheduleRoom()
    const roomId = await ann.createRoom()
    await ann.joinRoom(roomId)
    const [method = '', pattern = ''] = call.split(' ')
    const path = pattern.replace(':room', roomId).replace(':owned', owned)
    const reply = await ann.callApi(method, path, { ...body, [unknown]: 'x' })
    expect(refusalOf(reply)).toEqual(WRONG)
    expect(reply.body.error?.issues).toEqual([{ path: unknown, message: 'This field is not known.' }])
  })

  test('is refused in an offer to join over the socket', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom()
    const offer = Buffer.from(JSON.stringify({ alias: 'Ada', pasword: 'x' })).toString('base64url')
    const response = await ann.requestUpgrade(roomId, '', {
      'sec-websocket-protocol': `private-chat.join, ${offer}`,
    })
    expect(response.status).toBe(400)
    expect((await ann.callRoom(roomId, 'GET')).body.seats).toBe(0)
  })

  test('is named beside what is wrong, and thousands of them don’t make a long answer', async () => {
    const both = await new Person().callApi('POST', '/api/rooms', { capacity: 1, pasword: 'x' })
    expect(both.body.error?.issues?.map(({ path }) => path).sort()).toEqual(['capacity', 'pasword'])
    const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`f${n}`, 1]))
    const reply = await new Person().callApi('POST', '/api/rooms', many)
    expect([reply.status, reply.body.error?.issues?.length]).toEqual([400, 32])
  })
})

test('a room that is gone answers 404 to calls that are wrong in themselves, too', async () => {
  const [host, participant] = [new Person(), new Person()]
  const roomId = await host.createRoom()
  await host.joinRoom(roomId)
  await participant.joinRoom(roomId)
  await host.callRoom(roomId, 'DELETE')
  for (const [method, path, body] of [
    ['POST', '/messages', {}],
    ['PATCH', '', {}],
    ['POST', '/join', { alias: '' }],
    ['GET', '/messages?limit=0', undefined],
    ['GET', '/realtime', undefined],
    ['POST', '/messages', 'x'.repeat(70_000)],
  ] as const) {
    expect(refusalOf(await participant.callRoom(roomId, method, path, body)), path).toEqual([
      404,
      'room-not-found',
    ])
  }
})
