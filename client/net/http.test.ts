import { expect, test } from 'vitest'
import { makeHttp, waitOf } from './http.ts'

/** Calls whose server answers this, and what each sent. */
function begin(respond: () => Response | Promise<Response>, deadline = 15_000) {
  const asked: (RequestInit | undefined)[] = []
  const call = makeHttp(
    {
      async fetch(_input, init) {
        asked.push(init)
        return respond()
      },
    },
    deadline,
  )
  return {
    asked,
    fetchTimeLeft: () => call('GET /api/rooms/:id/ttl', { param: { id: 'r' } }),
    leaveRoom: () => call('POST /api/rooms/:id/leave', { param: { id: 'r' }, json: {} }),
    joinRoom: () => call('POST /api/rooms/:id/join', { param: { id: 'r' }, json: {} }),
  }
}

const refusal =
  (status: number, error: object, headers = {}) =>
  () =>
    Response.json({ error }, { status, headers })

test('an answer of success has its value, and without a body none', async () => {
  const { fetchTimeLeft } = begin(() => Response.json({ ttl: 7 }))
  expect(await fetchTimeLeft()).toEqual({ ok: true, status: 200, value: { ttl: 7 } })
  const empty = begin(() => new Response(null, { status: 204 }))
  expect(await empty.leaveRoom()).toEqual({ ok: true, status: 204 })
})

test('a refusal has its code and evidence', async () => {
  const issues = [{ path: 'alias', message: 'Use 1 to 32 visible characters.' }]
  const invalid = begin(refusal(400, { code: 'invalid-request', message: 'No.', issues }))
  expect((await invalid.joinRoom()).refusal).toMatchObject({ code: 'invalid-request', issues })
  const tries = begin(refusal(429, { code: 'too-many-attempts', message: 'No.' }, { 'Retry-After': '42' }))
  expect((await tries.joinRoom()).refusal).toMatchObject({
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
  const { fetchTimeLeft } = begin(respond)
  expect(await fetchTimeLeft()).toEqual({ ok: false, refusal: { code: 'unreachable' } })
})

test('a proxy that says when to come back is listened to, except for a date', async () => {
  const page = (after: string) => () =>
    new Response('<h1>Later</h1>', { status: 503, headers: { 'Retry-After': after } })
  expect((await begin(page('1')).fetchTimeLeft()).refusal).toEqual({
    code: 'unreachable',
    retryAfter: 1,
  })
  const date = begin(page('Fri, 27 Nov 2026 00:00:00 GMT'))
  expect((await date.fetchTimeLeft()).refusal).toEqual({ code: 'unreachable' })
})

test('each call has a deadline, after which nobody has answered', async () => {
  const { asked, fetchTimeLeft } = begin(() => Response.json({}))
  await fetchTimeLeft()
  expect(asked[0]?.signal).toBeInstanceOf(AbortSignal)
  expect(asked[0]?.signal?.aborted).toBe(false)
})

test.each([
  { what: 'no refusal', refusal: undefined, wait: 0 },
  { what: 'a refusal that names no time', refusal: { code: 'room-full' as const }, wait: 0 },
  { what: 'no answer', refusal: { code: 'unreachable' as const }, wait: 0 },
  { what: 'a proxy', refusal: { code: 'unreachable' as const, retryAfter: 2 }, wait: 2_000 },
  { what: 'a refusal', refusal: { code: 'busy' as const, retryAfter: 3 }, wait: 3_000 },
])('$what asks to wait $wait ms', ({ refusal, wait }) => {
  expect(waitOf(refusal)).toBe(wait)
})
