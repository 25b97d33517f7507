import { nanoid } from 'nanoid'
import { describe, expect, test, vi } from 'vitest'
import { SECURITY_HEADERS } from '../../worker/http/headers.ts'
import { PAGE_ADDRESSES } from '../../worker/routes/page-addresses.ts'
import { expectStatus, refusalOf } from '../support/api-client.ts'
import { EmbeddedGuest } from './embedded-guest.ts'
import { Facilitator } from './facilitator.ts'
import { Person } from './person.ts'

const SITE = 'https://site.example'
const MADE_UP = 'V1StGXR8_Z5jdHi6B-myT'

/** Pages that stand in a frame: a room, also one that is gone or was never there, and what stands there afterwards. */
const FRAMED = [
  `/embed/room/${MADE_UP}`,
  `/embed/room/${MADE_UP}/`,
  '/embed/room/short',
  '/embed/',
  '/embed/?left=true',
]

/** Everything else that a browser could be shown. */
const UNFRAMED = [
  '/',
  '/?destroyed=true',
  `/room/${MADE_UP}`,
  '/room/short',
  `/room/${MADE_UP}%23AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8`,
  '/privacy',
  ...PAGE_ADDRESSES,
  '/nothing',
  '/embed',
  '/embed/login',
  '/embed/privacy',
  '/embed/api/session',
  '/embed/api/rooms',
  `/embed/api/rooms/${MADE_UP}`,
  `/embed/api/rooms/${MADE_UP}/messages`,
  '/api/health',
  '/api/nothing',
  '/favicon.svg',
  '/theme.js',
  '/assets/nothing.js',
]

const fetchPage = (guest: Person, path: string) =>
  guest.fetchResponse('GET', path, undefined, { accept: 'text/html' })

/** The policy of an answer, without the hashes of the import maps: `http.test.ts` looks at that. */
const readPolicy = ({ headers }: Response) =>
  headers.get('content-security-policy')?.replaceAll(/ 'sha256-[^']+'/g, '')

function expectUnframed(response: Response, path: string): void {
  const { headers } = response
  const policy = readPolicy(response)
  expect([path, policy]).toEqual([path, SECURITY_HEADERS['Content-Security-Policy']])
  expect(policy).toContain("frame-ancestors 'none'")
  expect([path, headers.get('x-frame-options')]).toEqual([path, 'DENY'])
}

describe('a frame', () => {
  test('shows nothing by default: there is no such page, and nothing may be framed', async () => {
    for (const guest of [new Person(), new EmbeddedGuest('')])
      for (const path of FRAMED) {
        const response = await fetchPage(guest, path)
        expect([path, response.status]).toEqual([path, 404])
        expectUnframed(response, path)
      }
  })

  test.for(FRAMED)('of a named site shows %s, and of no other', async (path) => {
    const response = await fetchPage(new EmbeddedGuest(`${SITE}, http://localhost:3000`), path)
    expect(response.status).toBe(200)
    const { headers } = response
    expect(headers.get('x-frame-options')).toBe(null)
    const forbidding = SECURITY_HEADERS['Content-Security-Policy'] ?? ''
    // Nothing but the frame is allowed that no other page is allowed.
    expect(readPolicy(response)).toBe(
      forbidding.replace("frame-ancestors 'none'", `frame-ancestors ${SITE} http://localhost:3000`),
    )
    expect(headers.get('permissions-policy')).toContain('microphone=()')
    expect(headers.get('permissions-policy')).not.toContain('self')
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp')
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    for (const name of ['Referrer-Policy', 'X-Content-Type-Options', 'Strict-Transport-Security'])
      expect(headers.get(name)).toBe(SECURITY_HEADERS[name])
    expect([headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual([
      'no-store',
      'noindex, nofollow, noarchive',
    ])
    expect(await response.text()).toMatch(/<script type="module"[^>]* src="\/assets\//)
  })

  test.for(UNFRAMED)('shows %s nowhere, whoever is named', async (path) => {
    const response = await fetchPage(new EmbeddedGuest(SITE), path)
    expectUnframed(response, path)
    if (path.startsWith('/embed')) expect(response.status).toBe(404)
  })

  test('is for looking: no other method gets a page', async () => {
    const response = await new EmbeddedGuest(SITE).fetchResponse('POST', `/embed/room/${MADE_UP}`, {})
    expect(response.status).toBe(404)
    expectUnframed(response, 'POST')
  })

  test.for(['https://site.example/', 'https://site.example https://*.example', 'http://site.example', '*'])(
    'shows nothing where EMBED_ORIGINS is "%s", and the log says that it is wrong',
    async (setting) => {
      const lines = vi.spyOn(console, 'error').mockImplementation(() => {})
      const guest = new EmbeddedGuest(setting)
      for (const path of [...FRAMED, `/embed/api/rooms/${MADE_UP}`]) {
        const response = await fetchPage(guest, path)
        expect([path, response.status]).toEqual([path, 404])
        expectUnframed(response, path)
      }
      const logged = lines.mock.calls.map(([line]) => JSON.parse(String(line)))
      expect(logged).toMatchObject([{ level: 'error', event: 'embed-origins-wrong' }])
      expect(logged[0].setting).toContain(`the entry ${JSON.stringify(setting.split(' ').at(-1))}`)
    },
  )
})

describe('a guest in a frame', () => {
  test('talks with people outside, keeps the seat by a cookie for frames alone, and gives it back', async () => {
    const [ann, ben] = [new Person(), new EmbeddedGuest(SITE)]
    const roomId = await ann.createRoom()
    const there = await ann.joinAndConnect(roomId, { alias: 'Ann' })
    const joined = await ben.requestJoin(roomId, { alias: 'Ben' })
    const { participantId } = expectStatus(joined, 200)
    const [cookie, ...others] = joined.headers.getSetCookie()
    expect(others).toEqual([])
    expect(cookie).toMatch(/^x-auth-token=/)
    expect(
      cookie
        ?.replace(/^.*?(?=Path=)/, '')
        .split('; ')
        .sort(),
    ).toEqual(['HttpOnly', 'Partitioned', `Path=/embed/api/rooms/${roomId}`, 'SameSite=None', 'Secure'])
    expect(cookie).toMatch(/; Max-Age=[1-9]\d*;/)
    // Neither the room's own calls nor its page are sent it.
    for (const path of [`/api/rooms/${roomId}`, `/room/${roomId}`]) expect(ben.cookieHeader(path)).toBe('')

    const here = await ben.openConnection(roomId)
    await here.nextEvent('room.welcome', 'who has a seat in a frame gets no socket')
    await ben.sendMessage(roomId, 'from the frame')
    await there.nextEvent(
      'chat.message',
      'nothing comes out of the frame',
      ({ text }) => text === 'from the frame',
    )
    await ann.sendMessage(roomId, 'from outside')
    await here.nextEvent(
      'chat.message',
      'nothing comes into the frame',
      ({ text }) => text === 'from outside',
    )
    expect((await ben.readHistory(roomId)).map(({ text }) => text)).toEqual([
      'from the frame',
      'from outside',
    ])
    // Octets, and the stream for networks without sockets, go the same way.
    const { fileId } = JSON.parse((await ben.callRoom(roomId, 'POST', '/files', { size: 3, chunks: 1 })).text)
    const file = `/embed/api/rooms/${roomId}/files/${fileId}/0`
    expect((await ben.callApi('PUT', file, new Uint8Array([1, 2, 3]))).status).toBe(204)
    const read = await ben.fetchResponse('GET', file)
    expect([...new Uint8Array(await read.arrayBuffer())]).toEqual([1, 2, 3])
    const stream = await ben.fetchResponse('GET', `/embed/api/rooms/${roomId}/events`)
    expect([stream.status, stream.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
    await stream.body?.cancel()
    // Joining again, as a page does that was loaded again, finds the same seat.
    expect((await ben.joinRoom(roomId)).participantId).toBe(participantId)

    const left = await ben.callRoom(roomId, 'POST', '/leave')
    // A browser takes a cookie away in a frame only where it could set it there.
    expect(left.headers.getSetCookie()).toEqual([cookie?.replace(/=[^;]+; Max-Age=\d+/, '=; Max-Age=0')])
    expect(ben.cookieHeader(`/embed/api/rooms/${roomId}`)).toBe('')
    expect((await ann.callRoom(roomId, 'GET')).body.seats).toBe(1)
  })

  test('and the same person outside of it hold two seats, which do not disturb one another', async () => {
    const ben = new EmbeddedGuest(SITE)
    const roomId = await ben.createRoom({ capacity: 3 })
    const outside = await ben.callApi('POST', `/api/rooms/${roomId}/join`, {})
    const framed = await ben.joinRoom(roomId)
    expect(framed.participantId).not.toBe(outside.body.participantId)
    expect([outside.body.role, framed.role]).toEqual(['host', 'participant'])
    for (const line of outside.headers.getSetCookie()) {
      expect(line).toContain('SameSite=Lax')
      expect(line).not.toContain('Partitioned')
    }
    await ben.callRoom(roomId, 'POST', '/leave')
    expect((await ben.callApi('GET', `/api/rooms/${roomId}/ttl`)).status).toBe(200)
  })

  test('knocks, gives a password and is refused like anybody', async () => {
    const [ann, ben] = [new Person(), new EmbeddedGuest(SITE)]
    const knocked = await ann.createRoom({ door: 'knock', capacity: 3 })
    await ann.joinRoom(knocked)
    const { participantId, role } = await ben.joinRoom(knocked)
    expect(role).toBe('waiting')
    const here = await ben.openConnection(knocked)
    await here.nextEvent('door.waiting', 'who knocks from a frame gets no socket')
    await ann.callRoom(knocked, 'POST', `/participants/${participantId}/admit`, {})
    await here.nextEvent('room.welcome', 'who knocks from a frame is not let in')
    const locked = await ann.createRoom({ password: 'correct horse' })
    expect(refusalOf(await ben.requestJoin(locked))).toEqual([401, 'password-required'])
    expect(refusalOf(await ben.requestJoin(locked, { password: 'wrong' }))).toEqual([403, 'wrong-password'])
    expect((await ben.requestJoin(locked, { password: 'correct horse' })).status).toBe(200)
    expect(refusalOf(await ben.callRoom(MADE_UP, 'GET'))).toEqual([404, 'room-not-found'])
    expect(refusalOf(await ben.callRoom(nanoid(), 'POST', '/join', {}))).toEqual([404, 'room-not-found'])
  })

  test('is nobody’s facilitator, whatever cookies came along', async () => {
    const fay = await Facilitator.signUp()
    const { roomId = '' } = await fay.scheduleRoom({ title: 'A workshop' })
    const ben = new EmbeddedGuest(SITE)
    const path = `/embed/api/rooms/${roomId}/join`
    const joined = await ben.callApi('POST', path, {}, { cookie: fay.sessionCookie })
    expect(joined.body.role).toBe('participant')
  })

  interface Case {
    headers: Record<string, string>
    is: 'answered' | 'refused'
  }
  const CASES: Case[] = [
    { headers: {}, is: 'answered' },
    { headers: { 'sec-fetch-site': 'same-origin' }, is: 'answered' },
    { headers: { 'sec-fetch-site': 'cross-site' }, is: 'refused' },
    { headers: { 'sec-fetch-site': 'same-site' }, is: 'refused' },
    { headers: { origin: SITE, 'sec-fetch-site': 'cross-site' }, is: 'refused' },
    { headers: { origin: 'null', 'sec-fetch-site': 'same-origin' }, is: 'refused' },
  ]
  test.for(CASES)('is $is with $headers, also where it only reads', async ({ headers, is }) => {
    const ben = new EmbeddedGuest(SITE)
    const roomId = await ben.createRoom()
    await ben.joinRoom(roomId)
    const statuses = []
    for (const [method, path, body] of [
      ['GET', '/messages', undefined],
      ['GET', '', undefined],
      ['POST', '/messages', { text: 'hello' }],
    ] as const)
      statuses.push((await ben.callApi(method, `/embed/api/rooms/${roomId}${path}`, body, headers)).status)
    const upgrade = { upgrade: 'websocket', ...headers }
    const upgraded = await ben.fetchResponse('GET', `/embed/api/rooms/${roomId}/realtime`, undefined, upgrade)
    upgraded.webSocket?.accept()
    upgraded.webSocket?.close(1000)
    statuses.push(upgraded.status)
    expect(statuses).toEqual(is === 'answered' ? [200, 200, 201, 101] : [403, 403, 403, 403])
  })

  test('calls nothing of accounts, and nothing where no site is named', async () => {
    const fay = await Facilitator.signUp()
    const cookie = { cookie: fay.sessionCookie }
    for (const path of ['/session', '/account/rooms', '/rooms', '/health', '/messages?roomId=x'])
      expect(
        refusalOf(await new EmbeddedGuest(SITE).callApi('GET', `/embed/api${path}`, undefined, cookie)),
      ).toEqual([404, 'not-found'])
    // In query form these look like a room's address, and make rooms or ask of any.
    for (const [method, path] of [
      ['POST', '/rooms/create'],
      ['GET', '/rooms/ttl?roomId=x'],
    ] as const)
      expect(
        refusalOf(await new EmbeddedGuest(SITE).callApi(method, `/embed/api${path}`, undefined)),
      ).toEqual([404, 'not-found'])
    const roomId = await fay.createRoom()
    for (const guest of [new Person(), new EmbeddedGuest('')])
      expect(refusalOf(await guest.callApi('POST', `/embed/api/rooms/${roomId}/join`, {}))).toEqual([
        404,
        'not-found',
      ])
  })
})
