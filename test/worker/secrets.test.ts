import { describe, expect, test } from 'vitest'
import { digest } from '../../worker/secrets/secret.ts'
import { type Reply, refusalOf } from '../support/api-client.ts'
import { ORIGIN, Person, runInRoom } from './person.ts'

describe('what one participant is sent', () => {
  test('holds no secret of another, in any frame or answer', async () => {
    const ann = new Person()
    const ben = new Person()
    const password = 'correct horse battery'
    const roomId = await ann.createRoom({ capacity: 3, password })
    const annConnection = await ann.joinAndConnect(roomId, { alias: 'Ann', password })
    const annToken = ann.readToken('x-auth-token', roomId)
    const hostToken = ann.readToken('x-host-token', roomId)
    await ben.joinRoom(roomId, { alias: 'Ben', password })
    const benConnection = await ben.openConnection(roomId)
    await benConnection.nextEvent('room.welcome', 'Ben is not welcomed')

    const answers: Reply[] = []
    const ask = async (answer: Promise<Reply>) => answers.push(await answer)
    annConnection.sendMessage('hello')
    annConnection.sendEvent('chat.typing')
    await ann.postMessage(roomId, { text: 'by http', sender: 'Anna' })
    await ann.callRoom(roomId, 'PATCH', '', { locked: true })
    await ask(ben.callRoom(roomId, 'GET'))
    await ask(ben.requestJoin(roomId))
    await ask(ben.requestJoin(roomId, { password: 'wrong' }))
    await ask(new Person().requestJoin(roomId, { password: 'wrong' }))
    await ask(ben.callRoom(roomId, 'GET', '/messages'))
    await ask(ben.callRoom(roomId, 'GET', '/ttl'))
    await ask(ben.postMessage(roomId, { text: 'mine' }))
    await ask(ben.callRoom(roomId, 'PATCH', '', { locked: false }))
    await ask(ben.callRoom(roomId, 'DELETE'))
    await ask(ben.callRoom(roomId, 'DELETE', `/participants/${annConnection.id}`))
    await ask(new Person().callRoom(roomId, 'GET'))
    const tab = await ann.openConnection(roomId)
    await tab.disconnect()
    await annConnection.disconnect()
    await ann.callRoom(roomId, 'POST', '/leave')
    await benConnection.waitUntilSettled()

    const [rows] = await runInRoom(roomId, ({ sql }) =>
      sql.exec('SELECT password, host_token FROM room').toArray(),
    )
    const token = ben.readToken('x-auth-token', roomId)
    const received = [
      ...benConnection.frames,
      ...answers.map(({ text, headers }) => text + JSON.stringify([...headers])),
    ].join('\n')
    // Ben's own token comes back to Ben, in cookies: without it the search below would pass for want of looking.
    expect(received).toContain(token)
    expect(received).toContain('Anna')
    const [, annSecret = ''] = annToken.split('.')
    const secrets = [annSecret, digest(annSecret), hostToken, digest(hostToken), password]
    for (const column of [rows?.password, rows?.host_token]) secrets.push(String(column))
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(20)
      expect(received).not.toContain(secret)
    }
  })

  test('holds neither one’s own token nor its hash in any frame', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom()
    const connection = await ann.joinAndConnect(roomId)
    const [, secret = ''] = ann.readToken('x-auth-token', roomId).split('.')
    const frames = connection.frames.join('\n')
    expect(frames).toContain(connection.id)
    expect(frames).not.toContain(secret)
    expect(frames).not.toContain(digest(secret))
  })
})

describe('a request from another site', () => {
  interface Case {
    method: string
    path: string
    body?: unknown
  }
  const UNSAFE: Case[] = [
    { method: 'POST', path: '', body: {} },
    { method: 'POST', path: '/join', body: {} },
    { method: 'POST', path: '/messages', body: { text: 'hello' } },
    { method: 'PATCH', path: '', body: { locked: true } },
    { method: 'DELETE', path: '/participants/x' },
    { method: 'POST', path: '/leave' },
    { method: 'DELETE', path: '' },
  ]
  const FOREIGN = [
    'https://elsewhere.example',
    'null',
    'https://chat.test',
    'http://chat.test:8787',
    `${ORIGIN}.evil.example`,
  ]

  test.for(UNSAFE)('is refused: $method $path', async ({ method, path, body }) => {
    const ann = new Person()
    const roomId = await ann.createRoom()
    await ann.joinRoom(roomId)
    const address = method === 'POST' && path === '' ? '/api/rooms' : `/api/rooms/${roomId}${path}`
    for (const origin of FOREIGN) {
      expect(refusalOf(await ann.callApi(method, address, body, { origin }))).toEqual([403, 'wrong-origin'])
    }
    expect((await ann.callRoom(roomId, 'GET')).body).toMatchObject({ locked: false, seats: 1 })
    expect((await ann.callRoom(roomId, 'GET', '/messages')).body.lastSeq).toBe(0)
  })

  test('opens no socket, under either name', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom()
    await ann.joinRoom(roomId)
    const cookie = ann.cookieHeader(`/api/rooms/${roomId}`)
    for (const origin of FOREIGN) {
      expect((await ann.requestUpgrade(roomId, '', { origin })).status).toBe(403)
      const old = await ann.fetchResponse('GET', `/api/realtime?roomId=${roomId}`, undefined, {
        upgrade: 'websocket',
        cookie,
        origin,
      })
      expect(old.status).toBe(403)
    }
    expect((await ann.callRoom(roomId, 'GET')).body.present).toBe(0)
  })

  test('may look, and learns nothing by it that an invite link does not show', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom()
    const reply = await new Person().callApi('GET', `/api/rooms/${roomId}`, undefined, {
      origin: 'https://elsewhere.example',
    })
    expect(reply.status).toBe(200)
    expect(reply.headers.get('access-control-allow-origin')).toBe(null)
  })

  test('is distinguished from our own and from one of no browser', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom()
    expect((await ann.callApi('POST', `/api/rooms/${roomId}/join`, {}, { origin: ORIGIN })).status).toBe(200)
    expect((await ann.requestUpgrade(roomId, '', { origin: ORIGIN })).status).toBe(101)
    expect((await ann.requestUpgrade(roomId)).status).toBe(101)
  })
})

describe('the cookies', () => {
  test('are HttpOnly, SameSite=Lax, scoped to the room, and live as long as it', async () => {
    const ann = new Person()
    const made = await ann.fetchResponse('POST', '/api/rooms', { lifetime: 90 })
    const { roomId } = await made.json<{ roomId: string }>()
    const joined = await ann.fetchResponse('POST', `/api/rooms/${roomId}/join`, {})
    for (const [response, name] of [
      [made, 'x-host-token'],
      [joined, 'x-auth-token'],
    ] as const) {
      const cookies = response.headers.getSetCookie().filter((cookie) => !/max-age=0/i.test(cookie))
      expect(cookies.map((cookie) => cookie.slice(0, cookie.indexOf('=')))).toEqual([name, name])
      expect(cookies.map((cookie) => /path=([^;]+)/i.exec(cookie)?.[1])).toEqual([
        `/api/rooms/${roomId}`,
        `/room/${roomId}`,
      ])
      for (const cookie of cookies) {
        expect(cookie).toMatch(/; HttpOnly/)
        expect(cookie).toMatch(/; SameSite=Lax/)
        expect(cookie).not.toMatch(/Secure|Domain/i)
        const age = Number(/max-age=(\d+)/i.exec(cookie)?.[1])
        expect(age).toBeGreaterThanOrEqual(85)
        expect(age).toBeLessThanOrEqual(90)
      }
    }
  })

  test('are Secure on https', async () => {
    const made = await new Person().fetchResponse('POST', 'https://chat.test/api/rooms')
    for (const cookie of made.headers.getSetCookie()) expect(cookie).toMatch(/; Secure/)
  })

  test('are renewed by joining again, so that they last where the host gave more time', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ lifetime: 60 })
    await ann.joinRoom(roomId)
    const ben = new Person()
    await ben.joinRoom(roomId)
    const token = ben.readToken('x-auth-token', roomId)
    const longer = await ann.callRoom(roomId, 'PATCH', '', { closesAt: Date.now() + 3_600_000 })
    const again = await ben.requestJoin(roomId)
    expect(ben.readToken('x-auth-token', roomId)).toBe(token)
    const ages = [longer, again].map(({ headers }) =>
      headers
        .getSetCookie()
        .map((cookie) => [cookie.split('=')[0], Number(/max-age=(\d+)/i.exec(cookie)?.[1]) > 3_500]),
    )
    const renewed = (name: string) => [
      [name, true],
      [name, true],
    ]
    // Whoever gave the time has it at once.
    expect(ages).toEqual([renewed('x-auth-token'), renewed('x-auth-token')])
  })

  test('of two rooms in one browser do not disturb one another', async () => {
    const ann = new Person()
    const [first, second] = [await ann.createRoom(), await ann.createRoom()]
    const one = await ann.joinRoom(first)
    const other = await ann.joinRoom(second)
    expect((await ann.joinRoom(first)).participantId).toBe(one.participantId)
    expect((await ann.joinRoom(second)).participantId).toBe(other.participantId)
    const reply = await ann.callApi('GET', `/api/rooms/${second}/messages`, undefined, {
      cookie: ann.cookieHeader(`/api/rooms/${first}`),
    })
    expect(refusalOf(reply)).toEqual([401, 'not-a-participant'])
  })
})
