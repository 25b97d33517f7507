import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Person } from '../support/node-client.ts'
import { type ReverseProxy, startReverseProxy } from '../support/reverse-proxy.ts'
import { type Server, startServer } from '../support/server.ts'

/** What stands in the address bar of those who come through the proxy. */
const PUBLIC = 'https://chat.example.org'
/** The limit of `CREATE_RATE_LIMIT` in wrangler.toml. */
const CREATIONS_MAX = 300

/** A count begins anew with each minute of the clock, also in the middle of a test. */
const ONE_MINUTE = { retry: 1 }

/** A server, and a proxy before it. */
interface Site {
  server: Server
  proxy: ReverseProxy
}

async function openSite(settings: Record<string, string>): Promise<Site> {
  const server = await startServer({ settings })
  return { server, proxy: await startReverseProxy(server.origin, 'https') }
}

let plain: Site
let named: Site
let trusting: Site

beforeAll(async () => {
  ;[plain, named, trusting] = await Promise.all([
    openSite({}),
    openSite({ PUBLIC_ORIGIN: PUBLIC, TRUST_PROXY: 'on' }),
    openSite({ TRUST_PROXY: 'on' }),
  ])
})

afterAll(() =>
  Promise.all([plain, named, trusting].flatMap((site) => [site?.proxy.stop(), site?.server.stop()])),
)

/** Tries to create rooms from one address, which sends headers of its own. @returns how many were counted as too many */
async function countLimited(origin: string, headers: (attempt: number) => Record<string, string>) {
  const person = new Person(origin)
  const attempts = Array.from({ length: CREATIONS_MAX + 20 }, (_, attempt) =>
    person.callApi('POST', '/api/rooms', '{', headers(attempt)),
  )
  return (await Promise.all(attempts)).filter(({ status }) => status === 429).length
}

describe.for(['PUBLIC_ORIGIN', 'TRUST_PROXY'])('behind a proxy that ends TLS, by %s', (setting) => {
  const site = () => (setting === 'PUBLIC_ORIGIN' ? named : trusting)
  /** What the browser sends of itself: by the proxy's headers alone the site is where the proxy was asked. */
  const own = () => (setting === 'PUBLIC_ORIGIN' ? PUBLIC : site().proxy.origin.replace('http:', 'https:'))

  test('a room is created, joined and talked in, by calls and sockets of the site’s own pages', async () => {
    const person = new Person(site().proxy.origin)
    const created = await person.callApi('POST', '/api/rooms', {}, { origin: own() })
    expect(created.status).toBe(201)
    const roomId = created.body.roomId ?? ''
    for (const cookie of created.headers.getSetCookie()) expect(cookie).toMatch(/; Secure\b/)
    const joined = await person.callApi('POST', `/api/rooms/${roomId}/join`, {}, { origin: own() })
    expect([joined.status, joined.body.role]).toEqual([200, 'host'])
    expect(await person.readUpgradeStatus(roomId, { origin: own() })).toBe(101)
    const connection = await person.openConnection(roomId)
    connection.sendEvent('chat.message', { id: 'one', text: 'through the proxy' })
    expect((await connection.nextEvent('chat.message', 'the proxy passes no frames')).seq).toBe(1)
    await connection.disconnect()
  })

  test('other sites are refused as ever', async () => {
    const person = new Person(site().proxy.origin)
    for (const origin of ['https://evil.example', site().server.origin, own().replace('https:', 'http:')]) {
      const refused = await person.callApi('POST', '/api/rooms', {}, { origin })
      expect([origin, refused.status, refused.body.error?.code]).toEqual([origin, 403, 'wrong-origin'])
    }
  })
})

test(
  'whom a trusted proxy names is counted, and nothing that they wrote themselves',
  ONE_MINUTE,
  async () => {
    const claim = (attempt: number) => ({ 'x-forwarded-for': `203.0.113.${attempt % 256}` })
    expect(await countLimited(named.proxy.origin, claim)).toBeGreaterThanOrEqual(20)
    // The proxy is asked for by another visitor: without its word all of them would be one.
    const other = new Person(named.server.origin)
    const asked = await other.callApi('POST', '/api/rooms', '{', {
      'x-forwarded-for': '127.0.0.1, 203.0.113.9',
    })
    expect(asked.status).toBe(400)
  },
)

describe('without a setting', () => {
  test(
    'headers from outside change nothing: not who is counted, nor what the site is called',
    ONE_MINUTE,
    async () => {
      const headers = {
        'x-forwarded-proto': 'https',
        'x-forwarded-host': 'chat.example.org',
        forwarded: 'proto=https;host=chat.example.org',
        origin: PUBLIC,
      }
      const refused = await new Person(plain.server.origin).callApi('POST', '/api/rooms', {}, headers)
      expect([refused.status, refused.body.error?.code]).toEqual([403, 'wrong-origin'])
      const { origin: _, ...unnamed } = headers
      const created = await new Person(plain.server.origin).callApi('POST', '/api/rooms', {}, unnamed)
      expect([created.status, created.headers.get('set-cookie')]).toEqual([
        201,
        expect.not.stringContaining('Secure'),
      ])
      const claim = (attempt: number) => ({
        'cf-connecting-ip': `203.0.113.${attempt % 256}`,
        'x-forwarded-for': `203.0.113.${attempt % 256}`,
      })
      expect(await countLimited(plain.server.origin, claim)).toBeGreaterThanOrEqual(20)
    },
  )

  test('a call through a proxy is refused with what its operator has to do', async () => {
    const { status, body } = await new Person(plain.proxy.origin).callApi(
      'POST',
      '/api/rooms',
      {},
      { origin: PUBLIC },
    )
    expect([status, body.error?.code]).toEqual([403, 'wrong-origin'])
    expect(body.error?.message).toContain('PUBLIC_ORIGIN')
  })
})

test.for([`evil.example/api/health?`, 'u@evil.example', '[::1', 'a b', 'a, b'])(
  'a request that names %s as its host is refused, and leads to no other address',
  async (host) => {
    const { hostname, port } = new URL(plain.server.origin)
    const status = await new Promise((resolve, reject) => {
      const asked = request({ hostname, port, path: '/nothing', headers: { host } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
      asked.on('error', reject).end()
    })
    expect(status).toBe(400)
  },
)

test.for<[name: string, value: string, advice: string]>([
  ['PUBLIC_ORIGIN', 'chat.example.org', 'such as https://chat.example.org'],
  ['PUBLIC_ORIGIN', 'https://chat.example.org/chat', 'without a path'],
  ['TRUST_PROXY', 'true', 'say "on" or "off"'],
  ['JURISDICTION', 'mars', 'it must be "" or "eu"'],
])('a server with %s=%s does not start, and says what to write', async ([name, value, advice]) => {
  await expect(startServer({ settings: { [name]: value } })).rejects.toThrow(advice)
})
