import { describe, expect, test } from 'vitest'
import { refusalOf } from '../support/api-client.ts'
import { Facilitator, PASSWORD } from './facilitator.ts'
import { Person } from './person.ts'

/** Everyone who is not the facilitator of the room in question. */
interface Cast {
  roomId: string
  sessionId: string
  /** Has a seat in the room. */
  participant: Person
  /** Is the host of a room of its own, and has a seat in this one. */
  host: Person
  other: Facilitator
  /** The cookie of a session that was ended. */
  stale: string
  ann: Facilitator
}

async function makeCast(): Promise<Cast> {
  const [ann, other] = [await Facilitator.signUp(), await Facilitator.signUp()]
  const { roomId } = await ann.scheduleRoom({ title: 'Circle' })
  const [participant, host] = [new Person(), new Person()]
  await host.createRoom()
  for (const person of [participant, host]) await person.joinRoom(roomId)
  await ann.signIn(PASSWORD)
  const stale = ann.sessionCookie
  await ann.callApi('DELETE', '/api/session')
  await ann.signIn(PASSWORD)
  const { sessions } = JSON.parse((await ann.callApi('GET', '/api/account/sessions')).text)
  const { sessionId } = sessions.find((each: { current: boolean }) => each.current)
  return { roomId, sessionId, participant, host, other, stale, ann }
}

interface Case {
  call: string
  body?: unknown
  /** What another facilitator is answered: most calls are about the one who asks, and only a room or a session is not. */
  other?: [number, string]
}

const NONE: [number, string] = [404, 'room-not-found']
const CALLS: Case[] = [
  { call: 'GET /api/session' },
  { call: 'DELETE /api/session' },
  { call: 'PATCH /api/account', body: { password: PASSWORD, newPassword: 'another password' } },
  { call: 'DELETE /api/account', body: { password: PASSWORD } },
  { call: 'GET /api/account/sessions' },
  { call: 'DELETE /api/account/sessions' },
  { call: 'DELETE /api/account/sessions/:session', other: [404, 'session-not-found'] },
  { call: 'POST /api/account/recovery-codes', body: { password: PASSWORD } },
  { call: 'GET /api/account/export' },
  { call: 'GET /api/account/rooms' },
  { call: 'POST /api/account/rooms', body: { title: 'Circle', closesAt: Date.now() + 3_600_000 } },
  { call: 'GET /api/account/rooms/:room', other: NONE },
  { call: 'PATCH /api/account/rooms/:room', body: { title: 'Mine now' }, other: NONE },
  { call: 'DELETE /api/account/rooms/:room', other: NONE },
  { call: 'POST /api/account/rooms/:room/close', other: NONE },
  { call: 'GET /api/account/rooms/:room/transcript', other: NONE },
  { call: 'GET /api/account/rooms/:room/transcript?format=csv', other: NONE },
]

describe('a facilitator’s call', () => {
  test.for(CALLS)('is closed to everyone else: $call', async ({ call, body, other }) => {
    const people = await makeCast()
    const { roomId, sessionId, ann } = people
    const [method = '', pattern = ''] = call.split(' ')
    const path = pattern.replace(':room', roomId).replace(':session', sessionId)
    const cookie = ['/', `/api/rooms/${roomId}`].map((at) => people.participant.cookieHeader(at)).join('; ')
    const replies = [
      await new Person().callApi(method, path, body),
      await people.participant.callApi(method, path, body),
      // Also where it sends the cookies of its seat along.
      await new Person().callApi(method, path, body, { cookie }),
      await people.host.callApi(method, path, body),
      await new Person().callApi(method, path, body, { cookie: people.stale }),
      // Before anything else about the request is looked at.
      await new Person().callApi(method, path, 'no json', { cookie: people.stale }).catch(() => null),
    ].filter((reply) => reply !== null)
    for (const reply of replies) {
      expect(refusalOf(reply)).toEqual([401, 'not-signed-in'])
      expect(reply.headers.get('cache-control')).toBe('no-store')
      expect(reply.text).not.toContain(roomId)
    }
    if (other) expect(refusalOf(await people.other.callApi(method, path, body))).toEqual(other)

    expect((await ann.callApi('GET', '/api/session')).status).toBe(200)
    expect((await ann.signIn(PASSWORD, new Person())).status).toBe(200)
    expect(await ann.listRooms()).toMatchObject([{ roomId, title: 'Circle', state: 'open', seats: 2 }])
  })

  test.for(['A'.repeat(21), 'x', '%2e%2e'])('to a room that is none (%s) answers 404', async (id) => {
    const ann = await Facilitator.signUp()
    const path = `/api/account/rooms/${id}`
    for (const reply of [
      await ann.callApi('PATCH', path, { locked: true }),
      await ann.callApi('DELETE', path),
      await ann.callApi('POST', `${path}/close`),
      await ann.callApi('GET', `${path}/transcript`),
    ]) {
      expect(reply.status).toBe(404)
    }
  })

  test('in a room of strangers, as its host, answers 404', async () => {
    const ann = await Facilitator.signUp()
    const roomId = await ann.createRoom()
    await ann.joinRoom(roomId)
    const path = `/api/account/rooms/${roomId}`
    expect(refusalOf(await ann.callApi('DELETE', path))).toEqual(NONE)
    expect(refusalOf(await ann.downloadTranscript(roomId))).toEqual(NONE)
    expect((await ann.callRoom(roomId, 'GET')).status).toBe(200)
  })

  test('from another site is refused', async () => {
    const ann = await Facilitator.signUp()
    const headers = { origin: 'https://elsewhere.example' }
    const body = { password: PASSWORD }
    expect(refusalOf(await ann.callApi('DELETE', '/api/account', body, headers))).toEqual([
      403,
      'wrong-origin',
    ])
    expect(
      refusalOf(await ann.callApi('POST', '/api/session', { ...body, email: ann.email }, headers)),
    ).toEqual([403, 'wrong-origin'])
  })

  test('with another method answers 405', async () => {
    const allowed = async (path: string) => {
      const { status, headers } = await new Person().callApi('PUT', path)
      return [status, headers.get('allow')]
    }
    expect(await allowed('/api/accounts')).toEqual([405, 'POST'])
    expect(await allowed('/api/session')).toEqual([405, 'DELETE, GET, HEAD, POST'])
    expect(await allowed('/api/account')).toEqual([405, 'DELETE, PATCH'])
    expect(await allowed('/api/account/rooms')).toEqual([405, 'GET, HEAD, POST'])
    expect(await allowed('/api/account/rooms/x')).toEqual([405, 'DELETE, GET, HEAD, PATCH'])
    expect(await allowed('/api/account/rooms/x/transcript')).toEqual([405, 'GET, HEAD'])
    expect((await new Person().callApi('GET', '/api/account/nothing')).status).toBe(404)
  })
})
