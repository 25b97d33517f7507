import { describe, expect, test } from 'vitest'
import { refusalOf } from '../support/api-client.ts'
import { Facilitator, PASSWORD } from './facilitator.ts'
import { Person } from './person.ts'

/** Each cookie an answer sets, with its path, and whether it takes it away. */
function setBy(headers: Headers): string[] {
  return headers.getSetCookie().map((line) => {
    const [joinPair = '', path] = [line.split(';')[0], /path=([^;]+)/i.exec(line)?.[1]]
    return `${/max-age=0/i.test(line) ? 'no ' : ''}${joinPair.split('=')[0]} ${path}`
  })
}

describe('a room’s cookies', () => {
  test('are one for each of its paths, whatever happens: joining moves the host’s token, leaving gives it back', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ capacity: 3, lifetime: 60 })
    const paths = [`/api/rooms/${roomId}`, `/room/${roomId}`]
    const held = () => paths.map((path) => ann.cookieHeader(path).split('; ').filter(Boolean).length)
    expect(held()).toEqual([1, 1])
    const secret = ann.readToken('x-host-token', roomId)

    expect((await ann.joinRoom(roomId, { alias: 'Ann' })).role).toBe('host')
    expect(held()).toEqual([1, 1])
    expect(ann.readToken('x-host-token', roomId)).toBe(secret)
    const again = await ann.requestJoin(roomId)
    expect(setBy(again.headers)).toEqual(paths.map((path) => `x-auth-token ${path}`))
    const longer = await ann.callRoom(roomId, 'PATCH', '', { closesAt: Date.now() + 3_600_000 })
    expect(setBy(longer.headers)).toEqual(paths.map((path) => `x-auth-token ${path}`))

    const left = await ann.callRoom(roomId, 'POST', '/leave')
    expect(setBy(left.headers).sort()).toEqual(
      [
        ...paths.map((path) => `no x-auth-token ${path}`),
        ...paths.map((path) => `x-host-token ${path}`),
      ].sort(),
    )
    expect(held()).toEqual([1, 1])
    expect(ann.cookieHeader(paths[0] ?? '')).toBe(`x-host-token=${secret}`)
    expect((await ann.joinRoom(roomId)).role).toBe('host')
    await ann.callRoom(roomId, 'DELETE')
    expect(held()).toEqual([0, 0])
  })

  test('may come apart, as they were set: a program sends each by itself', async () => {
    const ann = new Person()
    const made = await ann.fetchResponse('POST', '/api/rooms', { capacity: 3 })
    const { roomId } = await made.json<{ roomId: string }>()
    const [, hostToken] = /x-host-token=([^;]+)/.exec(made.headers.get('set-cookie') ?? '') ?? []
    const joined = await ann.callApi('POST', `/api/rooms/${roomId}/join`)
    const [, token] = /x-auth-token=([^;]+)/.exec(joined.headers.get('set-cookie') ?? '') ?? []
    const lock = (cookie: string) =>
      new Person().callApi('PATCH', `/api/rooms/${roomId}`, { locked: true }, { cookie })
    for (const cookie of [
      `x-auth-token=${token}`,
      `x-host-token=${hostToken}`,
      `x-host-token=${hostToken}; x-auth-token=${token}`,
      `x-auth-token=${token?.split('~')[0]}`,
    ])
      expect([cookie, (await lock(cookie)).status]).toEqual([cookie, 200])
    // Behind a dead token the host's still counts.
    const dead = `x-auth-token=${token?.replace(/\.[^~]*/, `.${'A'.repeat(43)}`)}`
    expect((await lock(dead)).status).toBe(200)
    const offer = Buffer.from(JSON.stringify({ token })).toString('base64url')
    const upgraded = await new Person().requestUpgrade(roomId, '', {
      'sec-websocket-protocol': `private-chat.join, ${offer}`,
    })
    expect(upgraded.status).toBe(101)
    upgraded.webSocket?.accept()
    upgraded.webSocket?.close(1000)
  })

  test('that came twice with two values count for nothing', async () => {
    const [ann, eve] = [new Person(), new Person()]
    const roomId = await ann.createRoom({ capacity: 3 })
    await ann.joinRoom(roomId)
    await eve.joinRoom(roomId)
    const [own, tossed] = [ann, eve].map((person) => person.cookieHeader(`/api/rooms/${roomId}`))
    const post = (cookie: string) =>
      new Person().callApi('POST', `/api/rooms/${roomId}/messages`, { text: 'who am I?' }, { cookie })
    expect((await post(`${own}; ${own}`)).status).toBe(201)
    for (const cookie of [`${tossed}; ${own}`, `${own}; ${tossed}`])
      expect(refusalOf(await post(cookie))).toEqual([401, 'not-a-participant'])
    const upgraded = await new Person().requestUpgrade(roomId, '', { cookie: `${tossed}; ${own}` })
    expect(upgraded.status).toBe(401)
  })
})

describe('the session’s cookie', () => {
  const account = (person: Person, cookie: string, headers: Record<string, string> = {}, host = 'http') =>
    person.callApi('GET', `${host}://chat.test/api/session`, undefined, { cookie, ...headers })

  test('that came twice with two values counts for nothing', async () => {
    const [ann, eve] = [await Facilitator.signUp(), await Facilitator.signUp()]
    const one = new Person()
    expect((await account(one, `${ann.sessionCookie}; ${ann.sessionCookie}`)).status).toBe(200)
    for (const cookie of [
      `${eve.sessionCookie}; ${ann.sessionCookie}`,
      `${ann.sessionCookie}; ${eve.sessionCookie}`,
      `session=x; ${ann.sessionCookie}`,
    ])
      expect(refusalOf(await account(one, cookie))).toEqual([401, 'not-signed-in'])
  })

  test('is one that no sibling host can set, on https, and the contract’s name is read, too', async () => {
    const [ann, eve] = [await Facilitator.signUp(), await Facilitator.signUp()]
    const signedIn = await new Person().callApi('POST', 'https://chat.test/api/session', {
      email: ann.email,
      password: PASSWORD,
    })
    expect(setBy(signedIn.headers).slice(0, 2)).toEqual(['__Host-session /', 'session /'])
    for (const line of signedIn.headers.getSetCookie().slice(0, 2)) {
      expect(line).toMatch(/; HttpOnly/)
      expect(line).toMatch(/; Secure/)
      expect(line).toMatch(/; SameSite=Lax/)
      expect(line).not.toMatch(/domain/i)
    }
    const own = ann.sessionCookie.replace('session=', '__Host-session=')
    const browser = { 'sec-fetch-site': 'same-origin' }
    const who = async (cookie: string, headers: Record<string, string> = {}) =>
      JSON.parse((await account(new Person(), cookie, headers, 'https')).text).email
    for (const headers of [{}, browser]) {
      expect(await who(own, headers)).toBe(ann.email)
      // A tossed one loses, wherever it stands.
      expect(await who(`${eve.sessionCookie}; ${own}`, headers)).toBe(ann.email)
      expect(await who(`${own}; ${eve.sessionCookie}`, headers)).toBe(ann.email)
    }
    expect(await who(ann.sessionCookie)).toBe(ann.email)
    // A browser was given the other, so what it sends under this name alone may be anybody's.
    expect(await who(eve.sessionCookie, browser)).toBe(undefined)
    // Over http nothing keeps a sibling from setting it.
    expect((await account(new Person(), own)).status).toBe(401)
    const out = await new Person().callApi('DELETE', 'https://chat.test/api/session', undefined, {
      cookie: own,
    })
    expect(setBy(out.headers)).toEqual(['no __Host-session /', 'no session /'])
  })
})

describe('a change that a browser asks for', () => {
  interface Case {
    headers: Record<string, string>
    is: 'done' | 'refused'
  }
  const CASES: Case[] = [
    { headers: {}, is: 'done' },
    { headers: { 'sec-fetch-site': 'same-origin' }, is: 'done' },
    { headers: { 'sec-fetch-site': 'none' }, is: 'done' },
    { headers: { 'sec-fetch-site': 'same-site' }, is: 'refused' },
    { headers: { 'sec-fetch-site': 'cross-site' }, is: 'refused' },
    { headers: { 'sec-fetch-site': 'something new' }, is: 'refused' },
    { headers: { origin: 'http://chat.test', 'sec-fetch-site': 'same-origin' }, is: 'done' },
    { headers: { origin: 'null', 'sec-fetch-site': 'same-origin' }, is: 'refused' },
    { headers: { origin: 'http://sibling.chat.test', 'sec-fetch-site': 'same-site' }, is: 'refused' },
  ]
  test.for(CASES)('from $headers is $is', async ({ headers, is }) => {
    const ann = new Person()
    const roomId = await ann.createRoom()
    await ann.joinRoom(roomId)
    const replies = [
      await ann.callApi('POST', '/api/rooms', {}, headers),
      await ann.callApi('POST', `/api/rooms/${roomId}/messages`, { text: 'hello' }, headers),
    ]
    const upgraded = await ann.requestUpgrade(roomId, '', headers)
    upgraded.webSocket?.accept()
    upgraded.webSocket?.close(1000)
    const left = await ann.callApi('POST', `/api/rooms/${roomId}/leave`, undefined, headers)
    const statuses = [...replies, upgraded, left].map(({ status }) => status)
    expect(statuses).toEqual(is === 'done' ? [201, 201, 101, 204] : [403, 403, 403, 403])
    for (const reply of is === 'done' ? [] : [...replies, left])
      expect(refusalOf(reply)).toEqual([403, 'wrong-origin'])
    // Looking is free: a link on another site leads here.
    expect((await new Person().callApi('GET', `/api/rooms/${roomId}`, undefined, headers)).status).toBe(200)
  })
})
