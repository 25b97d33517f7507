import { expect, test } from 'vitest'
import { makeRoomApi } from './room-api.ts'

/** An api whose server gives this answer, and what it was asked. */
function begin(respond: (request: Request) => Response | Promise<Response>) {
  const asked: { call: string; body: string; init: RequestInit | undefined }[] = []
  const api = makeRoomApi({
    base: 'http://room.example/',
    fetch: async (input, init) => {
      const request = new Request(input, init)
      asked.push({
        call: `${request.method} ${request.url}`,
        body: await request.text(),
        init,
      })
      return respond(request)
    },
  })
  return { api, asked }
}

const refusal =
  (status: number, error: object, headers = {}) =>
  () =>
    Response.json({ error }, { status, headers })

test('each call goes where the contract says', async () => {
  const { api, asked } = begin(() => Response.json({}))
  await api.createRoom({ capacity: 5 })
  await api.fetchRoom('r')
  await api.joinRoom('r', { alias: 'wolf' })
  await api.leaveRoom('r')
  await api.fetchTimeLeft('r')
  await api.fetchMessages('r')
  await api.fetchMessages('r', { after: 3, before: undefined, limit: 500 })
  await api.destroyRoom('r')
  await api.call('PATCH /api/rooms/:id', { param: { id: 'r' }, json: { locked: true } })
  await api.call('DELETE /api/rooms/:id/participants/:participantId', {
    param: { id: 'r', participantId: 'p' },
    query: { away: undefined },
  })
  expect(asked.map(({ call, body }) => `${call} ${body}`.trim().replace('http://room.example', ''))).toEqual([
    'POST /api/rooms {"capacity":5}',
    'GET /api/rooms/r',
    'POST /api/rooms/r/join {"alias":"wolf"}',
    'POST /api/rooms/r/leave',
    'GET /api/rooms/r/ttl',
    'GET /api/rooms/r/messages',
    'GET /api/rooms/r/messages?after=3&limit=500',
    'DELETE /api/rooms/r',
    'PATCH /api/rooms/r {"locked":true}',
    'DELETE /api/rooms/r/participants/p',
  ])
})

test('an answer of success has its value, and without a body none', async () => {
  const { api } = begin(() => Response.json({ ttl: 7 }))
  expect(await api.fetchTimeLeft('r')).toEqual({ ok: true, status: 200, value: { ttl: 7 } })
  const empty = begin(() => new Response(null, { status: 204 }))
  expect(await empty.api.leaveRoom('r')).toEqual({ ok: true, status: 204 })
})

test('a refusal has its code and evidence', async () => {
  const issues = [{ path: 'alias', message: 'Use 1 to 32 visible characters.' }]
  const invalid = begin(refusal(400, { code: 'invalid-request', message: 'No.', issues }))
  expect((await invalid.api.joinRoom('r', {})).refusal).toMatchObject({ code: 'invalid-request', issues })
  const tries = begin(refusal(429, { code: 'too-many-attempts', message: 'No.' }, { 'Retry-After': '42' }))
  expect((await tries.api.joinRoom('r', {})).refusal).toMatchObject({
    code: 'too-many-attempts',
    retryAfter: 42,
  })
})

test.each([
  { what: 'no network', respond: () => Promise.reject(new TypeError('Failed to fetch')) },
  { what: 'a proxy’s page', respond: () => new Response('<h1>Bad gateway</h1>', { status: 502 }) },
  { what: 'a hotel’s page', respond: () => new Response('<h1>Pay first</h1>', { status: 200 }) },
  { what: 'somebody else’s JSON', respond: () => Response.json({ error: 'no' }, { status: 500 }) },
  { what: 'nothing at all', respond: () => Response.json(null, { status: 503 }) },
])('$what is "unreachable"', async ({ respond }) => {
  const { api } = begin(respond)
  expect((await api.fetchRoom('r')).refusal).toEqual({ code: 'unreachable' })
})

test('a proxy that says when to come back is listened to, except for a date', async () => {
  const page = (after: string) => () =>
    new Response('<h1>Later</h1>', { status: 503, headers: { 'Retry-After': after } })
  expect((await begin(page('20')).api.fetchRoom('r')).refusal).toEqual({
    code: 'unreachable',
    retryAfter: 20,
  })
  const date = begin(page('Fri, 27 Nov 2026 00:00:00 GMT'))
  expect((await date.api.fetchRoom('r')).refusal).toEqual({ code: 'unreachable' })
})

test('each call has a deadline', async () => {
  const { api, asked } = begin(() => Response.json({}))
  await api.fetchRoom('r')
  expect(asked[0]?.init?.signal).toBeInstanceOf(AbortSignal)
})
