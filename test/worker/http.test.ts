import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { nanoid } from 'nanoid'
import { describe, expect, test, vi } from 'vitest'
import headersFile from '../../client/public/_headers?raw'
import { LANGUAGES } from '../../protocol/languages.ts'
import { integrityOf, readImportMap } from '../../scripts/build/add-integrity.ts'
import { app } from '../../worker/app.ts'
import { SECURITY_HEADERS } from '../../worker/http/headers.ts'
import { refusalOf } from '../support/api-client.ts'
import { ORIGIN, Person } from './person.ts'

const MADE_UP = 'V1StGXR8_Z5jdHi6B-myT'

describe('headers', () => {
  /** What `_headers` sets for every file. */
  function saidOfAll(): Record<string, string> {
    const [, block = ''] = headersFile.split(/^\/\*$/m)
    const lines = block.split(/\n(?=\S)/)[0] ?? ''
    return Object.fromEntries(
      [...lines.matchAll(/^ {2}([^:]+): (.+)$/gm)].map(([, name, value]) => [name, value]),
    )
  }

  test('are said alike by the Worker and by `_headers`', () => {
    expect(Object.keys(SECURITY_HEADERS).length).toBeGreaterThan(6)
    expect(saidOfAll()).toEqual(SECURITY_HEADERS)
  })

  interface Case {
    of: string
    method: string
    path: string
  }
  const ANSWERS: Case[] = [
    { of: 'a yes', method: 'GET', path: '/api/health' },
    { of: 'a creation', method: 'POST', path: '/api/rooms' },
    { of: 'a no', method: 'GET', path: `/api/rooms/${MADE_UP}` },
    { of: 'an unknown path', method: 'GET', path: '/api/nothing' },
    { of: 'a wrong method', method: 'PUT', path: '/api/rooms' },
    { of: 'a call in query form', method: 'GET', path: `/api/messages?roomId=${MADE_UP}` },
    { of: 'a HEAD', method: 'HEAD', path: '/api/health' },
  ]
  test.for(ANSWERS)('of $of are secure, and nothing of it is cached', async ({ method, path }) => {
    const { headers } = await new Person().callApi(method, path)
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect([name, headers.get(name)]).toEqual([name, value])
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('of a room’s page keep it out of indexes and caches', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom()
    for (const path of [`/room/${roomId}`, `/room/${MADE_UP}`]) {
      const page = await ann.fetchResponse('GET', path)
      expect(page.headers.get('x-robots-tag')).toContain('noindex')
      expect(page.headers.get('cache-control')).toBe('no-store')
    }
  })

  test('of every document allow its import map and nothing else, and ask for the hash of each script', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom()
    const policy = SECURITY_HEADERS['Content-Security-Policy'] ?? ''
    for (const path of ['/login', '/rooms/', '/privacy', `/room/${roomId}`, '/nothing']) {
      const ask = (language: string) =>
        ann.fetchResponse('GET', path, undefined, { accept: 'text/html', 'accept-language': language })
      // A document has a map in each language, and all of them one policy.
      const documents = await Promise.all(LANGUAGES.map(async ({ tag }) => (await ask(tag)).text()))
      const hashes = documents.map((html) => `'${integrityOf(readImportMap(html))}'`)
      const page = await ask('en')
      const said = page.headers.get('content-security-policy') ?? ''
      expect([path, new Set(said.match(/'sha256-[^']+'/g))]).toEqual([path, new Set(hashes)])
      expect([path, said.replaceAll(/ 'sha256-[^']+'/g, '')]).toEqual([path, policy])
      expect(page.headers.get('integrity-policy')).toBe('blocked-destinations=(script)')
      const safari = {
        accept: 'text/html',
        'user-agent': 'AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15',
      }
      const toSafari = await ann.fetchResponse('GET', path, undefined, safari)
      expect([toSafari.status, toSafari.headers.get('integrity-policy')]).toEqual([page.status, null])
    }
  })
})

describe('methods', () => {
  interface Case {
    method: string
    path: string
    allow: string
  }
  const WRONG: Case[] = [
    { method: 'GET', path: '/api/rooms', allow: 'DELETE, POST' },
    { method: 'OPTIONS', path: '/api/rooms', allow: 'DELETE, POST' },
    { method: 'POST', path: '/api/health', allow: 'GET, HEAD' },
    { method: 'POST', path: `/api/rooms/${MADE_UP}`, allow: 'DELETE, GET, HEAD, PATCH' },
    { method: 'GET', path: `/api/rooms/${MADE_UP}/join`, allow: 'POST' },
    { method: 'HEAD', path: `/api/rooms/${MADE_UP}/join`, allow: 'POST' },
    { method: 'PUT', path: `/api/rooms/${MADE_UP}/leave`, allow: 'POST' },
    { method: 'POST', path: `/api/rooms/${MADE_UP}/ttl`, allow: 'GET, HEAD' },
    { method: 'DELETE', path: `/api/rooms/${MADE_UP}/messages`, allow: 'GET, HEAD, POST' },
    { method: 'GET', path: `/api/rooms/${MADE_UP}/participants/x`, allow: 'DELETE, PATCH' },
    { method: 'POST', path: `/api/rooms/${MADE_UP}/realtime`, allow: 'GET, HEAD' },
    { method: 'PATCH', path: '/api/messages?roomId=x', allow: 'GET, HEAD, POST' },
    { method: 'POST', path: '/api/realtime?roomId=x', allow: 'GET, HEAD' },
    { method: 'GET', path: '/api/room/create', allow: 'POST' },
    { method: 'POST', path: '/api/room/ttl', allow: 'GET, HEAD' },
    { method: 'PATCH', path: '/api/room?roomId=x', allow: 'DELETE' },
  ]
  test.for(WRONG)('$method $path answers 405 and allows $allow', async ({ method, path, allow }) => {
    const reply = await new Person().callApi(method, path)
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, allow])
    if (method !== 'HEAD') expect(reply.body.error?.code).toBe('method-not-allowed')
  })

  test.for(['/api/', '/api/x', '/api/rooms/', '/api/room/x/ttl', `/api/rooms/${MADE_UP}/x`, '/api/health/x'])(
    '%s is no call: 404 not-found',
    async (path) => {
      expect(refusalOf(await new Person().callApi('GET', path))).toEqual([404, 'not-found'])
      expect(refusalOf(await new Person().callApi('POST', path, {}))).toEqual([404, 'not-found'])
    },
  )

  test('HEAD answers as GET does, without the body', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom()
    for (const [path, status] of [
      ['/api/health', 200],
      [`/api/rooms/${roomId}`, 200],
      [`/api/rooms/${MADE_UP}`, 404],
      [`/api/rooms/${roomId}/ttl`, 401],
    ] as const) {
      const get = await ann.callApi('GET', path)
      const head = await ann.callApi('HEAD', path)
      expect([head.status, head.text]).toEqual([status, ''])
      expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'))
    }
  })

  test('the server is well', async () => {
    const { status, body } = await new Person().callApi('GET', '/api/health')
    expect([status, body]).toEqual([200, { ok: true }])
  })
})

test('what a system shares to the app leads to the lobby, which says that it was not taken; nothing of it is read', async () => {
  const body = new FormData()
  body.append('text', 'a secret')
  const context = createExecutionContext()
  const answer = await app.fetch(new Request(`${ORIGIN}/share`, { method: 'POST', body }), env, context)
  await waitOnExecutionContext(context)
  const { status, headers } = answer
  expect([status, headers.get('location')]).toEqual([303, '/?error=not-shared'])
  expect(headers.get('cache-control')).toBe('no-store')
  expect(await answer.text()).toBe('')
})

describe('the description of the API', () => {
  test('is OpenAPI 3.1 in JSON, made by the build, and names its own address', async () => {
    const { status, headers, text } = await new Person().callApi('GET', '/api/openapi.json')
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json'])
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null])
    const { openapi, paths } = JSON.parse(text)
    expect(openapi).toMatch(/^3\.1\./)
    expect(Object.keys(paths)).toContain('/api/openapi.json')
  })

  test('is no page, and answers to GET and HEAD alone', async () => {
    const head = await new Person().callApi('HEAD', '/api/openapi.json')
    expect([head.status, head.text]).toEqual([200, ''])
    const post = await new Person().callApi('POST', '/api/openapi.json')
    expect([...refusalOf(post), post.headers.get('allow')]).toEqual([405, 'method-not-allowed', 'GET, HEAD'])
    expect(refusalOf(await new Person().callApi('GET', '/api/openapi.json/x'))).toEqual([404, 'not-found'])
  })
})

describe('creating a room', () => {
  test('answers with the room, its address and nothing else', async () => {
    const before = Date.now()
    const { status, headers, body } = await new Person().callApi('POST', '/api/rooms')
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`/room/${body.roomId}`)
    expect(body.roomId).toMatch(/^[A-Za-z0-9_-]{21}$/)
    const { createdAt = 0 } = body
    expect(createdAt).toBeGreaterThanOrEqual(before)
    expect(body).toEqual({
      roomId: body.roomId,
      state: 'open',
      title: null,
      capacity: 2,
      present: 0,
      seats: 0,
      passwordRequired: false,
      admissionRequired: false,
      encryption: 'none',
      expiry: 'fixed',
      lifetime: 600,
      destroyBy: 'anyone',
      locked: false,
      starts: 'now',
      startedAt: createdAt,
      door: 'open',
      history: 'all',
      files: true,
      quiet: false,
      slow: 0,
      pinned: null,
      keys: 1,
      createdAt,
      opensAt: createdAt,
      expiresAt: createdAt + 600_000,
      serverTime: body.serverTime,
    })
  })

  interface Case {
    options: Record<string, unknown>
    gives: Record<string, unknown>
  }
  const OPTIONS: Case[] = [
    { options: { capacity: 3 }, gives: { capacity: 3, destroyBy: 'host' } },
    { options: { capacity: null }, gives: { capacity: null, destroyBy: 'host' } },
    {
      options: { capacity: 100_000, destroyBy: 'anyone' },
      gives: { capacity: 100_000, destroyBy: 'anyone' },
    },
    { options: { destroyBy: 'host' }, gives: { capacity: 2, destroyBy: 'host' } },
    { options: { lifetime: 10, expiry: 'sliding' }, gives: { lifetime: 10, expiry: 'sliding' } },
    { options: { lifetime: 86_400 }, gives: { lifetime: 86_400 } },
    { options: { password: 'abcd' }, gives: { passwordRequired: true } },
    { options: { password: 'x'.repeat(128) }, gives: { passwordRequired: true } },
    {
      options: { password: null, admission: null },
      gives: { passwordRequired: false, admissionRequired: false },
    },
    { options: { encryption: 'e2ee' }, gives: { encryption: 'e2ee' } },
  ]
  test.for(OPTIONS)('with %j', async ({ options, gives }) => {
    const ann = new Person()
    const { body } = await ann.callApi('POST', '/api/rooms', options)
    expect(body).toMatchObject(gives)
    expect((await ann.callRoom(body.roomId ?? '', 'GET')).body).toMatchObject(gives)
  })
})

describe('the calls in query form', () => {
  test.for(['rooms', 'room'])('answer as the calls they stand for (/api/%s)', async (name) => {
    const ann = new Person()
    const made = await ann.callApi('POST', `/api/${name}/create`, { lifetime: 60 })
    expect([made.status, made.headers.get('location')]).toEqual([201, `/room/${made.body.roomId}`])
    const roomId = made.body.roomId ?? ''
    const { participantId } = await ann.joinRoom(roomId)
    const cookie = ann.cookieHeader(`/api/rooms/${roomId}`)
    const old = (method: string, path: string, body?: unknown) => ann.callApi(method, path, body, { cookie })

    expect((await old('GET', `/api/${name}/ttl?roomId=${roomId}`)).body).toEqual(
      (await ann.callRoom(roomId, 'GET', '/ttl')).body,
    )
    const sent = await old('POST', `/api/messages?roomId=${roomId}`, { text: 'old name', id: 'one' })
    expect([sent.status, sent.body.participantId, sent.body.seq]).toEqual([201, participantId, 1])
    const again = await old('POST', `/api/messages?roomId=${roomId}`, { text: 'old name', id: 'one' })
    expect([again.status, again.body]).toEqual([200, sent.body])
    await ann.postMessage(roomId, { text: 'new name' })
    for (const query of ['', 'after=1', 'limit=1', 'before=2']) {
      expect((await old('GET', `/api/messages?${query}&roomId=${roomId}`)).body).toEqual(
        (await ann.callRoom(roomId, 'GET', `/messages?${query}`)).body,
      )
    }
    const response = await ann.fetchResponse('GET', `/api/realtime?roomId=${roomId}&after=1`, undefined, {
      cookie,
      upgrade: 'websocket',
    })
    expect(response.status).toBe(101)
    response.webSocket?.accept()
    response.webSocket?.close(1000)
    expect((await old('GET', `/api/realtime?roomId=${roomId}`)).status).toBe(426)
    expect((await old('DELETE', `/api/${name}?roomId=${roomId}`)).body).toEqual({ destroyed: true })
    expect(refusalOf(await old('GET', `/api/${name}/ttl?roomId=${roomId}`))).toEqual([404, 'room-not-found'])
  })

  test.for([
    'GET /api/messages',
    'POST /api/messages',
    'GET /api/rooms/ttl',
    'DELETE /api/room',
    'GET /api/realtime',
  ])('%s without a room names the field', async (call) => {
    const [method = '', path = ''] = call.split(' ')
    const reply = await new Person().callApi(method, path)
    expect(refusalOf(reply)).toEqual([400, 'invalid-request'])
    expect(reply.body.error?.issues?.map((issue) => issue.path)).toEqual(['roomId'])
  })

  test.for(['x', '..', '.', '../health', '%2e%2e', 'a/b', '', `${MADE_UP}/join`, `${MADE_UP}?x=`])(
    'lead nowhere else with a room called %j',
    async (name) => {
      const { status, body } = await new Person().callApi(
        'GET',
        `/api/rooms/ttl?roomId=${encodeURIComponent(name)}`,
      )
      expect([status, body.error?.code].join(' ')).toMatch(/^(404 (room-)?not-found|400 invalid-request)$/)
    },
  )
})

describe('a fault of ours', () => {
  test('answers 500 `internal` and names no cause', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const secret = 'a detail of the inside'
    const broken = {
      ...env,
      ROOMS: {
        ...env.ROOMS,
        idFromName(): DurableObjectId {
          throw new Error(secret)
        },
      },
    }
    const context = createExecutionContext()
    // One that was never asked for: of others the Worker knows by heart that they are gone.
    const response = await app.fetch(new Request(`${ORIGIN}/api/rooms/${nanoid()}`), broken, context)
    const text = await response.text()
    // The line is written by an object, after the answer.
    await waitOnExecutionContext(context)
    expect([response.status, JSON.parse(text).error.code]).toEqual([500, 'internal'])
    expect(text).not.toContain(secret)
    expect(text).not.toContain('at ')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(said).toHaveBeenCalledOnce()
    expect(JSON.stringify(said.mock.calls)).not.toContain(secret)
    expect(JSON.stringify(said.mock.calls)).not.toContain(MADE_UP)
    said.mockRestore()
  })
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
