import { readdir } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reply } from '../support/api-client.ts'
import { Person } from '../support/node-client.ts'
import { type Server, startServer } from '../support/server.ts'

/** As the README starts it for developers, with the platform's own code before the Worker. */
let server: Server
/** As the image starts it. */
let plain: Server
let ann: Person
let roomId: string

beforeAll(async () => {
  ;[server, plain] = await Promise.all([
    startServer({ rateLimits: 'off', by: 'wrangler' }),
    startServer({ rateLimits: 'off' }),
  ])
  ann = new Person(server.origin)
  roomId = await ann.createRoom({ capacity: 5 })
  await ann.joinRoom(roomId, { alias: 'Ann' })
})

afterAll(() => Promise.all([server?.stop(), plain?.stop()]))

const UNKNOWN = 'V1StGXR8_Z5jdHi6B-myT'

function expectRefusal(reply: Reply, status: number, code: string): void {
  expect([reply.status, reply.body?.error?.code]).toEqual([status, code])
  expect(reply.body.error?.message).toMatch(/\S.*[.!?]$/)
}

function expectSecure(headers: Headers): void {
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain("base-uri 'none'")
  expect(policy).not.toContain('unsafe-')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('permissions-policy')).toMatch(/camera=\(\)/)
  expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/)
}

describe('security headers', () => {
  test.for<[string, string, string]>([
    ['the lobby', 'GET', '/'],
    ['the lobby with a notice', 'GET', '/?destroyed=true'],
    ['an answer', 'GET', '/api/health'],
    ['a refusal', 'GET', `/api/rooms/${UNKNOWN}`],
    ['a redirect', 'GET', `/room/${UNKNOWN}`],
    ['an unknown call', 'GET', '/api/nothing'],
    ['an unknown page', 'GET', '/nothing'],
    ['a missing asset', 'GET', '/assets/index-00000000.js'],
    ['a bad body', 'POST', '/api/rooms'],
  ])('are on %s', async ([, method, path]) => {
    expectSecure((await ann.callApi(method, path, method === 'POST' ? '{' : undefined)).headers)
  })

  test('are on a room, which no search engine keeps', async () => {
    const page = await ann.callApi('GET', `/room/${roomId}`)
    expect(page.status).toBe(200)
    expectSecure(page.headers)
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self'")
    expect(page.headers.get('x-robots-tag')).toContain('noindex')
  })

  test('let the page load what it is made of, and nothing else', async () => {
    const page = await ann.callApi('GET', '/')
    expect(page.status).toBe(200)
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("connect-src 'self'")
    expect(page.text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  })

  test('no answer of the API may be cached', async () => {
    for (const path of ['/api/health', `/api/rooms/${roomId}`, `/api/rooms/${UNKNOWN}`, '/api/nothing']) {
      expect((await ann.callApi('GET', path)).headers.get('cache-control')).toContain('no-store')
    }
  })
})

describe('assets', () => {
  test('carry their hash in their name and may be kept for ever', async () => {
    const files = await readdir(join(import.meta.dirname, '../../dist/client/assets'))
    const script = files.find((file) => file.endsWith('.js'))
    const answer = await ann.callApi('GET', `/assets/${script}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('javascript')
    expect(answer.headers.get('cache-control')).toMatch(/max-age=31536000.*immutable/)
  })

  test.for(['/assets/index-00000000.js', '/assets/nothing.css'])(
    '%s is missing: 404, and no page in its place',
    async (path) => {
      const answer = await ann.callApi('GET', path)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('content-type') ?? '').not.toContain('javascript')
    },
  )
})

/** Headers that are about the connection, or by which only the platform's own code is known. */
const OF_THE_WAY = [
  'cf-cache-status',
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
  'vary',
]

/** What somebody is answered who packs nothing and follows no redirect. An `ETag` is the server's own. */
async function readAnswer(origin: string, path: string, init: RequestInit = {}) {
  const headers = { 'accept-encoding': 'identity', ...init.headers }
  const answer = await fetch(origin + path, { redirect: 'manual', ...init, headers })
  const etag = answer.headers.get('etag')
  const said = [...answer.headers].filter(([name]) => !OF_THE_WAY.includes(name) && name !== 'etag')
  return {
    etag,
    comparable: { status: answer.status, said, hasEtag: etag !== null, text: await answer.text() },
  }
}

/** Files of a kind, those of one folder with one ending, that are compared. */
const OF_A_KIND = 20

/**
 * Picks some files of each kind, which is all that tells how a file is served, whatever name a build has given it. That every single
 * one comes with its bytes, type and headers is seen in verify.test.ts.
 */
function pickOfKinds(files: readonly string[]): string[] {
  const kinds = Map.groupBy(files, (file) => `${dirname(file)} ${extname(file)}`)
  return [...kinds.values()].flatMap((each) => each.slice(0, OF_A_KIND))
}

describe('on one machine', () => {
  test('everything that is no call is answered as the platform answers it', async () => {
    const built = await readdir(join(import.meta.dirname, '../../dist/client'), { recursive: true })
    const files = pickOfKinds(built.filter((name) => /[._]/.test(name))).map((name) => `/${name}`)
    expect(files).toContain('/_headers')
    const pages = [
      '/',
      '/?destroyed=true',
      '/index',
      '/privacy',
      '/privacy/',
      '/privacy/index',
      '/login',
      '/nothing',
    ]
    const odd = ['/assets/', '/assets/index-00000000.js', '/constructor', '/%', `/room/${UNKNOWN}`, '/room/x']
    const requests: [path: string, init?: RequestInit][] = [
      ...[...files, ...pages, ...odd].map((path): [string] => [path]),
      ['/', { headers: { accept: 'text/html' } }],
      ['/nothing', { headers: { accept: 'text/html' } }],
      ['/theme.js?v=1', { headers: { range: 'bytes=0-9' } }],
      ['/privacy.html?from=here', {}],
      ...['HEAD', 'POST', 'OPTIONS'].flatMap((method) =>
        ['/', '/theme.js', '/privacy.html', '/nothing'].map((path): [string, RequestInit] => [
          path,
          { method },
        ]),
      ),
    ]
    const compare = async ([path, init]: [string, RequestInit?]) => {
      const name = `${init?.method ?? 'GET'} ${path}`
      const [here, there] = await Promise.all([
        readAnswer(plain.origin, path, init),
        readAnswer(server.origin, path, init),
      ])
      expect(here.comparable, name).toEqual(there.comparable)
      if (here.etag === null || there.etag === null) return
      const again = (origin: string, known: string) =>
        readAnswer(origin, path, { ...init, headers: { 'if-none-match': known } })
      const kept = await again(plain.origin, here.etag)
      expect(kept.comparable, `${name} once more`).toEqual(
        (await again(server.origin, there.etag)).comparable,
      )
    }
    await Promise.all(requests.map(compare))
  })

  test('a browser that unpacks is sent scripts in half the bytes, and keeps them by the same name', async () => {
    const page = await (await fetch(plain.origin)).text()
    const [, address] = /<script type="module".*? src="([^"]+)"/.exec(page) ?? []
    const read = (encoding: string) =>
      fetch(plain.origin + address, { headers: { 'accept-encoding': encoding } })
    const bare = await read('identity')
    const text = await bare.text()
    for (const encoding of ['br', 'gzip']) {
      const packed = await read(`zstd, ${encoding};q=0.8`)
      expect(packed.headers.get('content-encoding')).toBe(encoding)
      expect(packed.headers.get('vary')).toBe('Accept-Encoding')
      expect(Number(packed.headers.get('content-length'))).toBeLessThan(text.length / 2)
      expect(await packed.text()).toBe(text)
      const etag = packed.headers.get('etag') ?? ''
      const again = await fetch(plain.origin + address, { headers: { 'if-none-match': etag } })
      expect([etag, again.status]).toEqual([`W/${bare.headers.get('etag')}`, 304])
    }
    expect((await read('br;q=0, gzip;q=0.0')).headers.get('content-encoding')).toBeNull()
  })

  test('and documents, in its language', async () => {
    const read = (path: string, headers: Record<string, string> = {}) =>
      fetch(plain.origin + path, {
        headers: { 'accept-language': 'de', 'accept-encoding': 'gzip', ...headers },
      })
    for (const path of ['/', '/privacy', '/login']) {
      const [packed, bare] = await Promise.all([read(path), read(path, { 'accept-encoding': 'br' })])
      expect([packed, bare].map(({ headers }) => headers.get('content-encoding'))).toEqual(['gzip', null])
      expect(packed.headers.get('vary')).toMatch(/Accept-Encoding.*Accept-Language/)
      expect(packed.headers.get('content-language')).toBe('de')
      expect(await packed.text()).toBe(await bare.text())
      const etag = packed.headers.get('etag')
      const own = bare.headers.get('etag')
      expect(etag).toBe(own && `W/${own}`)
      if (etag !== null) expect((await read(path, { 'if-none-match': etag })).status).toBe(304)
    }
  })
})

test('the description of the API is served', async () => {
  const { status, headers, text } = await ann.callApi('GET', '/api/openapi.json')
  expect([status, headers.get('content-type'), JSON.parse(text).openapi]).toEqual([
    200,
    'application/json',
    '3.1.1',
  ])
  expectSecure(headers)
})

describe('calls that are none', () => {
  test.for(['/api/', '/api/nothing', '/api/rooms/x/y/z', `/api/rooms/${UNKNOWN}/nothing`, '/api/healthy'])(
    '%s answers 404 in JSON',
    async (path) => {
      const answer = await ann.callApi('GET', path)
      expect(answer.status).toBe(404)
      expect(answer.body.error?.message).toMatch(/\S/)
    },
  )

  test.for<[string, string, string[]]>([
    ['PUT', '/api/rooms', ['POST']],
    ['POST', '/api/health', ['GET']],
    ['PUT', `/api/rooms/${UNKNOWN}`, ['GET', 'DELETE', 'PATCH']],
    ['GET', `/api/rooms/${UNKNOWN}/join`, ['POST']],
    ['DELETE', `/api/rooms/${UNKNOWN}/messages`, ['GET', 'POST']],
    ['POST', `/api/rooms/${UNKNOWN}/ttl`, ['GET']],
    ['GET', `/api/rooms/${UNKNOWN}/leave`, ['POST']],
    ['POST', `/api/rooms/${UNKNOWN}/participants/p`, ['DELETE']],
    ['PUT', '/api/messages?roomId=x', ['GET', 'POST']],
  ])('%s %s answers 405 and names what is allowed', async ([method, path, allowed]) => {
    const answer = await ann.callApi(method, path)
    expectRefusal(answer, 405, 'method-not-allowed')
    const allow = (answer.headers.get('allow') ?? '').split(/,\s*/)
    expect(allow).toEqual(expect.arrayContaining(allowed))
    expect(allow).not.toContain(method)
  })
})

describe('bodies', () => {
  test('that are no JSON answer 400', async () => {
    for (const body of ['{', 'text', '"unclosed', '{"capacity": }']) {
      expectRefusal(await ann.callApi('POST', '/api/rooms', body), 400, 'invalid-request')
    }
  })

  test('may be missing where all is optional', async () => {
    const bare = await new Person(server.origin).callApi('POST', '/api/rooms')
    expect(bare.status).toBe(201)
    expect(bare.body).toMatchObject({
      capacity: 2,
      lifetime: 600,
      expiry: 'fixed',
      encryption: 'none',
      destroyBy: 'anyone',
    })
  })

  test('that are wrong name the field', async () => {
    const answer = await ann.callApi('POST', '/api/rooms', { capacity: 1, lifetime: 9 })
    expectRefusal(answer, 400, 'invalid-request')
    const paths = answer.body.error?.issues?.map(({ path }) => path)
    expect(paths?.sort()).toEqual(['capacity', 'lifetime'])
  })

  test.for(['/api/rooms', 'messages', 'join'])('over 64 KiB answer 413 (%s)', async (name) => {
    const path = name.startsWith('/') ? name : `/api/rooms/${roomId}/${name}`
    const body = JSON.stringify({ text: 'x'.repeat(66_000) })
    expectRefusal(await ann.callApi('POST', path, body), 413, 'body-too-large')
  })

  test('with a message over 16,384 bytes answer 413 message-too-long; that many bytes are taken', async () => {
    const path = `/api/rooms/${roomId}/messages`
    expect((await ann.callApi('POST', path, { text: 'é'.repeat(8_192) })).status).toBe(201)
    expectRefusal(await ann.callApi('POST', path, { text: `${'é'.repeat(8_192)}x` }), 413, 'message-too-long')
  })
})

describe('messages', () => {
  test('are numbered from 1, sent once per id, and paged', async () => {
    const ben = new Person(server.origin)
    const roomId = await ben.createRoom()
    await ben.joinRoom(roomId, { alias: 'Ben' })
    const path = `/api/rooms/${roomId}/messages`
    for (let index = 1; index <= 5; index += 1) {
      const stored = await ben.sendMessage(roomId, `message ${index}`, `id-${index}`)
      expect(stored).toMatchObject({ seq: index, sender: 'Ben', id: `id-${index}`, roomId })
    }
    const again = await ben.callApi('POST', path, { text: 'another text', id: 'id-2' })
    expect([again.status, again.body.text, again.body.seq]).toEqual([200, 'message 2', 2])
    const seqs = async (query: string) =>
      (await ben.callApi('GET', `${path}${query}`)).body.messages?.map(({ seq }) => seq)
    expect(await seqs('')).toEqual([1, 2, 3, 4, 5])
    expect(await seqs('?limit=2')).toEqual([4, 5])
    expect(await seqs('?after=2&limit=2')).toEqual([3, 4])
    expect(await seqs('?before=4&limit=2')).toEqual([2, 3])
    expect(await seqs('?after=5')).toEqual([])
    expectRefusal(await ben.callApi('GET', `${path}?limit=501`), 400, 'invalid-request')
  })

  test('are refused from strangers', async () => {
    const stranger = new Person(server.origin)
    expectRefusal(await stranger.callApi('GET', `/api/rooms/${roomId}/messages`), 401, 'not-a-participant')
    const sent = await stranger.callApi('POST', `/api/rooms/${roomId}/messages`, { text: 'let me in' })
    expectRefusal(sent, 401, 'not-a-participant')
    expectRefusal(await stranger.callApi('GET', `/api/rooms/${roomId}/ttl`), 401, 'not-a-participant')
    expectRefusal(await stranger.callApi('DELETE', `/api/rooms/${roomId}`), 401, 'not-a-participant')
  })
})

describe('the socket', () => {
  test('is refused without a seat, from another site, for a room that is none, and without the upgrade', async () => {
    expect(await new Person(server.origin).readUpgradeStatus(roomId)).toBe(401)
    expect(await ann.readUpgradeStatus(roomId, { origin: 'https://elsewhere.example' })).toBe(403)
    expect(await ann.readUpgradeStatus(UNKNOWN)).toBe(404)
    expectRefusal(await ann.callApi('GET', `/api/rooms/${roomId}/realtime`), 426, 'upgrade-required')
  })

  test('is opened for a participant, with our own origin and with none', async () => {
    expect(await ann.readUpgradeStatus(roomId, { origin: server.origin })).toBe(101)
    expect(await ann.readUpgradeStatus(roomId)).toBe(101)
  })

  test('carries messages, typing and presence between two', async () => {
    const host = new Person(server.origin)
    const participant = new Person(server.origin)
    const roomId = await host.createRoom()
    const { participantId } = await host.joinRoom(roomId, { alias: 'Hanna' })
    await participant.joinRoom(roomId, { alias: 'Guest' })
    const hostConnection = await host.openConnection(roomId)
    const welcome = await hostConnection.nextEvent(
      'room.welcome',
      'the socket is open and the room is silent',
    )
    expect(welcome).toMatchObject({ participantId, alias: 'Hanna', role: 'host', messages: [], lastSeq: 0 })
    expect(hostConnection.events[0]?.event).toBe('room.welcome')

    const participantConnection = await participant.openConnection(roomId)
    await participantConnection.nextEvent('room.welcome', 'the socket is open and the room is silent')
    expect(await hostConnection.nextEvent('presence.join', 'nobody is notified who came')).toMatchObject({
      alias: 'Guest',
      present: 2,
    })

    participantConnection.sendEvent('chat.typing', {})
    await hostConnection.nextEvent('chat.typing', 'nobody is notified who types')
    participantConnection.sendEvent('chat.message', { id: 'hello-1', text: 'hello' })
    const delivered = await hostConnection.nextEvent('chat.message', 'a message reaches nobody else')
    expect(delivered).toMatchObject({ id: 'hello-1', seq: 1, sender: 'Guest', text: 'hello' })
    expect(
      await participantConnection.nextEvent('chat.message', 'the sender is not sent what is stored'),
    ).toEqual(delivered)

    hostConnection.sendFrame('ping')
    await hostConnection.waitForFrame('pong', 'ping has no answer')
    hostConnection.sendFrame('{"event": "nonsense"}')
    expect(await hostConnection.nextEvent('error', 'nonsense has no answer')).toMatchObject({
      code: 'invalid-event',
    })

    await participantConnection.disconnect()
    expect(await hostConnection.nextEvent('presence.leave', 'nobody is notified who left')).toMatchObject({
      alias: 'Guest',
      present: 1,
    })
  })

  test('is closed with 4413 after a frame over 64 KiB', async () => {
    const connection = await ann.openConnection(roomId)
    await connection.nextEvent('room.welcome', 'the socket is open and the room is silent')
    connection.sendEvent('chat.message', { id: 'large', text: 'x'.repeat(66_000) })
    expect((await connection.closed).code).toBe(4413)
  })
})

describe('the calls in query form', () => {
  test.for(['rooms', 'room'])('answer as the others do (/api/%s)', async (name) => {
    const person = new Person(server.origin)
    const made = await person.callApi('POST', `/api/${name}/create`, { lifetime: 60 })
    expect(made.status).toBe(201)
    const id = made.body.roomId ?? ''
    await person.joinRoom(id, { alias: 'Query' })
    // Old programs send the cookie of the room's own paths with the old names.
    const cookie = person.jar.cookieHeader(`/api/rooms/${id}/messages`)
    const call = (method: string, path: string, body?: unknown) =>
      person.callApi(method, path, body, { cookie })

    const ttl = await call('GET', `/api/${name}/ttl?roomId=${id}`)
    expect(ttl.status).toBe(200)
    expect(ttl.body.ttl).toBeGreaterThan(50)
    expect((await call('POST', `/api/messages?roomId=${id}`, { text: 'old names' })).status).toBe(201)
    const history = await call('GET', `/api/messages?roomId=${id}`)
    expect(history.body).toMatchObject({ lastSeq: 1, messages: [{ text: 'old names', sender: 'Query' }] })
    expect((await call('GET', `/api/realtime?roomId=${id}`)).status).toBe(426)
    expect((await call('DELETE', `/api/${name}?roomId=${id}`)).body).toEqual({ destroyed: true })
    expect((await call('GET', `/api/messages?roomId=${id}`)).status).toBe(404)
  })
})
