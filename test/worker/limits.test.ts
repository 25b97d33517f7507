import { createExecutionContext, evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { FRAME_MAX_BYTES } from '../../protocol/connection-limits.ts'
import { BODY_MAX_BYTES, MESSAGE_RATE, PATCH_RATE } from '../../protocol/limits.ts'
import { JOIN_PROTOCOL } from '../../protocol/participant.ts'
import { app } from '../../worker/app.ts'
import { claimMessageId } from '../../worker/ids.ts'
import { Room } from '../../worker/room/room.ts'
import { digest } from '../../worker/secrets/secret.ts'
import { refusalOf } from '../support/api-client.ts'
import { exhaustRateLimit } from './exhaust-rate-limit.ts'
import { Facilitator } from './facilitator.ts'
import { waitForLeaves } from './pass-time.ts'
import { ORIGIN, Person, roomObject, runInRoom } from './person.ts'

const OFF = { ...env, RATE_LIMITS: 'off' }

describe('the size of a body', () => {
  /** A body of exactly so many bytes, padded with white space. */
  function bodyOf(bytes: number): string {
    const [head, tail] = ['{"lifetime":60', '}']
    return head + ' '.repeat(bytes - head.length - tail.length) + tail
  }

  test('may be 64 KiB', async () => {
    expect((await new Person().callApi('POST', '/api/rooms', bodyOf(BODY_MAX_BYTES))).status).toBe(201)
  })

  test('may not be a byte more', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom()
    await ann.joinRoom(roomId)
    const body = bodyOf(BODY_MAX_BYTES + 1)
    expect(refusalOf(await ann.callApi('POST', '/api/rooms', body))).toEqual([413, 'body-too-large'])
    expect(refusalOf(await ann.callApi('POST', `/api/rooms/${roomId}/join`, body))).toEqual([
      413,
      'body-too-large',
    ])
    expect(refusalOf(await ann.callApi('POST', `/api/rooms/${roomId}/messages`, body))).toEqual([
      413,
      'body-too-large',
    ])
    expect(refusalOf(await ann.callApi('PATCH', `/api/rooms/${roomId}`, body))).toEqual([
      413,
      'body-too-large',
    ])
  })

  test('is counted in what comes, whatever is claimed', async () => {
    const chunks = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(10_000).fill(0x20))
      },
    })
    const response = await app.fetch(
      new Request(`${ORIGIN}/api/rooms`, {
        method: 'POST',
        body: chunks,
        headers: { 'content-length': '2' },
      }),
      OFF,
      createExecutionContext(),
    )
    expect(response.status).toBe(413)
  })
})

describe('the size of a message', () => {
  interface Case {
    of: string
    fits: string
    exceeds: string
  }
  const CASES: Case[] = [
    { of: 'one byte', fits: 'x'.repeat(16_384), exceeds: 'x'.repeat(16_385) },
    { of: 'two bytes', fits: 'é'.repeat(8_192), exceeds: `${'é'.repeat(8_192)}x` },
    { of: 'three bytes', fits: `${'€'.repeat(5_461)}x`, exceeds: '€'.repeat(5_462) },
    { of: 'four bytes', fits: '😀'.repeat(4_096), exceeds: `${'😀'.repeat(4_096)}x` },
    { of: 'half a character', fits: `${'\ud800'.repeat(5_461)}x`, exceeds: '\ud800'.repeat(5_462) },
  ]
  test.for(CASES)('is 16,384 bytes at most, in characters of $of', async ({ fits, exceeds }) => {
    const ann = new Person()
    const roomId = await ann.createRoom()
    const connection = await ann.joinAndConnect(roomId)
    expect((await ann.postMessage(roomId, { text: fits })).status).toBe(201)
    expect(refusalOf(await ann.postMessage(roomId, { text: exceeds }))).toEqual([413, 'message-too-long'])
    connection.sendMessage('fits', fits)
    await connection.nextEvent('chat.message', 'the longest message is refused', ({ id }) => id === 'fits')
    connection.sendMessage('exceeds', exceeds)
    expect(await connection.nextEvent('error', 'a message too long is taken')).toMatchObject({
      code: 'message-too-long',
      id: 'exceeds',
    })
    await connection.waitUntilSettled()
    expect((await ann.callRoom(roomId, 'GET', '/messages')).body.lastSeq).toBe(2)
  })
})

describe('the size of a frame', () => {
  /** A frame of exactly so many bytes that is no event. */
  const frameOf = (bytes: number) => JSON.stringify({ event: 'x'.repeat(bytes - 12) })

  test('may be 64 KiB', async () => {
    const ann = new Person()
    const connection = await ann.joinAndConnect(await ann.createRoom())
    expect(frameOf(FRAME_MAX_BYTES)).toHaveLength(FRAME_MAX_BYTES)
    connection.sendFrame(frameOf(FRAME_MAX_BYTES))
    connection.sendFrame(new ArrayBuffer(FRAME_MAX_BYTES))
    await connection.waitUntilSettled()
    expect(connection.receivedData('error').map(({ code }) => code)).toEqual([
      'invalid-event',
      'invalid-event',
    ])
  })

  interface Case {
    of: string
    frame: string | ArrayBuffer
  }
  const TOO_LARGE: Case[] = [
    { of: 'one byte more', frame: frameOf(FRAME_MAX_BYTES + 1) },
    { of: 'fewer characters and more bytes', frame: '€'.repeat(21_846) },
    { of: 'binary', frame: new ArrayBuffer(FRAME_MAX_BYTES + 1) },
  ]
  test.for(TOO_LARGE)(
    'closes the connection with 4413 above it ($of), and only that one',
    async ({ frame }) => {
      const ann = new Person()
      const roomId = await ann.createRoom()
      const connection = await ann.joinAndConnect(roomId)
      const ben = await new Person().joinAndConnect(roomId)
      connection.sendFrame(frame)
      connection.sendMessage('after')
      expect((await connection.waitForClose('a frame too large is taken')).code).toBe(4413)
      await waitForLeaves(ben)
      await ben.nextEvent('presence.leave', 'the one who was closed counts on')
      expect(ben.receivedData('chat.message')).toEqual([])
      expect((await ann.callRoom(roomId, 'GET', '/ttl')).status).toBe(200)
    },
  )
})

describe('the rate limit of changes to a room', () => {
  test('is one’s own: after a burst 429 with Retry-After, and nothing is changed', async () => {
    const host = new Person()
    const roomId = await host.createRoom({ capacity: 3, destroyBy: 'anyone' })
    const ann = new Person()
    await ann.joinRoom(roomId)
    const { expiresAt } = (await ann.callRoom(roomId, 'GET')).body
    const times = Array.from({ length: PATCH_RATE.burst + 50 }, (_, n) => (expiresAt ?? 0) + 1_000 * (n + 1))
    const replies = []
    for (const closesAt of times) replies.push(await ann.callRoom(roomId, 'PATCH', '', { closesAt }))
    const refused = replies.filter(({ status }) => status !== 200)
    expect(replies.slice(0, PATCH_RATE.burst).map(({ status }) => status)).not.toContain(429)
    expect(refused.length).toBeGreaterThan(0)
    for (const reply of refused) {
      expect(refusalOf(reply)).toEqual([429, 'slow-down'])
      expect(reply.headers.get('retry-after')).toBe('1')
    }
    const done = replies.findLastIndex(({ status }) => status === 200)
    expect((await ann.callRoom(roomId, 'GET')).body.expiresAt).toBe(times[done])
    expect((await host.callRoom(roomId, 'PATCH', '', { locked: true })).status).toBe(200)
  })
})

describe('the rate limit of messages', () => {
  const BURST = MESSAGE_RATE.burst

  test('over HTTP: after a burst, 429 with Retry-After, for that one alone', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom()
    await ann.joinRoom(roomId)
    const ben = new Person()
    await ben.joinRoom(roomId)
    const replies = await Promise.all(
      Array.from({ length: BURST + 200 }, (_, index) =>
        ann.postMessage(roomId, { text: 'x', id: claimMessageId(`m${index}`) }),
      ),
    )
    const refused = replies.filter(({ status }) => status !== 201)
    expect(refused.length).toBeGreaterThan(0)
    for (const reply of refused) {
      expect(refusalOf(reply)).toEqual([429, 'slow-down'])
      expect(Number(reply.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
      expect(reply.headers.get('retry-after')).toMatch(/^\d+$/)
    }
    expect(replies.length - refused.length).toBeGreaterThanOrEqual(BURST)
    const { messages, lastSeq } = (await ben.callRoom(roomId, 'GET', '/messages?limit=500')).body
    expect(lastSeq).toBe(replies.length - refused.length)
    expect(messages).toHaveLength(lastSeq ?? 0)
    expect((await ben.postMessage(roomId, { text: 'and I?' })).status).toBe(201)
  })

  test('is not started again by leaving and coming back', async () => {
    const host = new Person()
    const roomId = await host.createRoom({ destroyBy: 'host' })
    const participant = new Person()
    let stored = 0
    const began = performance.now()
    for (let round = 0; round < 3; round += 1) {
      await participant.joinRoom(roomId)
      const posts = Array.from({ length: MESSAGE_RATE.burst }, () =>
        participant.postMessage(roomId, { text: 'hi' }),
      )
      stored += (await Promise.all(posts)).filter(({ status }) => status === 201).length
      await participant.callRoom(roomId, 'POST', '/leave')
    }
    const seconds = (performance.now() - began) / 1_000
    expect(stored).toBeLessThanOrEqual(MESSAGE_RATE.burst + Math.ceil(seconds * MESSAGE_RATE.perSecond))
  })

  test('over the socket: `error` with the id of each refused message, and the connection stays', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom()
    const connection = await ann.joinAndConnect(roomId)
    for (let index = 0; index < BURST + 200; index += 1) connection.sendMessage(`m${index}`)
    await connection.waitUntilSettled()
    const delivered = connection.receivedData('chat.message').map(({ id }) => id)
    const refused = connection.receivedData('error')
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['slow-down']))
    expect([...delivered, ...refused.map(({ id }) => id)].sort()).toEqual(
      Array.from({ length: BURST + 200 }, (_, index) => `m${index}`).sort(),
    )
    expect(delivered.length).toBeGreaterThanOrEqual(BURST)
    // What is stored already is answered, however fast: it costs nobody else anything.
    connection.sendMessage('m0')
    await connection.nextEvent(
      'chat.message',
      'a resend counts as a new message',
      ({ id, seq }) => id === 'm0' && seq === 1,
    )
  })

  test('is nobody’s with RATE_LIMITS off', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom()
    await ann.joinRoom(roomId)
    const token = ann.readToken('x-auth-token', roomId)
    const statuses = await runInDurableObject(roomObject(roomId), async (_, state) => {
      const unlimited = new Room(state, OFF)
      const answers = []
      for (let index = 0; index < 3 * BURST; index += 1) {
        answers.push(
          (await unlimited.postMessage({ token }, { text: 'x', id: claimMessageId(`m${index}`) })).refusal
            ?.code ?? 'stored',
        )
      }
      return answers
    })
    expect(new Set(statuses)).toEqual(new Set(['stored']))
  })
})

describe('wrong passwords', () => {
  async function lockedRoom() {
    const host = new Person()
    const roomId = await host.createRoom({ password: 'correct horse', capacity: 50 })
    return { host, roomId }
  }

  /** Tries so many wrong passwords, all from one address. */
  async function guess(roomId: string, count: number, guesser = new Person()): Promise<string[]> {
    const answers = []
    for (let index = 0; index < count; index += 1) {
      answers.push(refusalOf(await guesser.requestJoin(roomId, { password: `guess ${index}` })).join(' '))
    }
    return answers
  }

  test('are ten a minute from one address, whose right one isn’t looked at then either', async () => {
    const { host, roomId } = await lockedRoom()
    const guesser = new Person()
    await host.joinRoom(roomId, { password: 'correct horse' })
    expect(await guess(roomId, 10, guesser)).toEqual(Array(10).fill('403 wrong-password'))
    for (const password of ['guess', 'correct horse']) {
      const reply = await new Person(guesser.address).requestJoin(roomId, { password })
      expect(refusalOf(reply)).toEqual([429, 'too-many-attempts'])
      const wait = Number(reply.headers.get('retry-after'))
      expect(wait).toBeGreaterThan(0)
      expect(wait).toBeLessThanOrEqual(60)
    }
    const byOffer = await guesser.requestUpgrade(roomId, '', {
      'sec-websocket-protocol': `${JOIN_PROTOCOL}, ${btoa('{"password":"correct horse"}').replace(/=+$/, '')}`,
    })
    expect(byOffer.status).toBe(429)
    // Whoever is inside is not disturbed, and who comes from elsewhere comes in.
    expect((await host.requestJoin(roomId)).status).toBe(200)
    expect((await new Person().requestJoin(roomId, { password: 'correct horse' })).status).toBe(200)

    await evictDurableObject(roomObject(roomId))
    expect(refusalOf(await guesser.requestJoin(roomId, { password: 'correct horse' }))).toEqual([
      429,
      'too-many-attempts',
    ])
    expect((await new Person().requestJoin(roomId, { password: 'correct horse' })).status).toBe(200)
    await runInRoom(roomId, ({ sql }) => {
      const minute = `json_group_array(json_set(value, '$.at', value ->> '$.at' - 60000))`
      sql.exec(`UPDATE room SET password_tries = (SELECT ${minute} FROM json_each(password_tries))`)
    })
    expect((await guesser.requestJoin(roomId, { password: 'correct horse' })).status).toBe(200)
  })

  test('are three hundred a minute for the room', async () => {
    const { roomId } = await lockedRoom()
    for (let guesser = 0; guesser < 30; guesser += 1) {
      expect(await guess(roomId, 10)).toEqual(Array(10).fill('403 wrong-password'))
    }
    const reply = await new Person().requestJoin(roomId, { password: 'correct horse' })
    expect(refusalOf(reply)).toEqual([429, 'too-many-attempts'])
  })

  test.for([
    { what: 'in a room that has slept', sleeps: true },
    { what: 'in a room that is awake', sleeps: false },
  ])('are counted in a race, too, $what', async ({ sleeps }) => {
    const { roomId } = await lockedRoom()
    if (sleeps) await evictDurableObject(roomObject(roomId))
    const guesser = new Person()
    const replies = await Promise.all(
      Array.from({ length: 25 }, (_, index) => guesser.requestJoin(roomId, { password: `guess ${index}` })),
    )
    expect(replies.filter((reply) => refusalOf(reply)[1] === 'wrong-password')).toHaveLength(10)
    expect(replies.filter((reply) => refusalOf(reply)[1] === 'too-many-attempts')).toHaveLength(15)
  })

  test('leave what a room that has slept knows of right ones as it is: a class comes in at once', async () => {
    const { roomId } = await lockedRoom()
    await evictDurableObject(roomObject(roomId))
    const school = new Person()
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        new Person(school.address).requestJoin(roomId, { password: 'correct horse' }),
      ),
    )
    expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(200))
  })

  test('leave no address in storage, and after a minute nothing', async () => {
    const { roomId } = await lockedRoom()
    const guesser = new Person()
    await guess(roomId, 1, guesser)
    const tries = () =>
      runInRoom(
        roomId,
        ({ sql }) => sql.exec<{ tries: string }>('SELECT password_tries AS tries FROM room').one().tries,
      )
    const stored = await tries()
    expect(JSON.parse(stored)).toEqual([
      { at: expect.any(Number), source: expect.stringMatching(/^[0-9a-f]{16}$/) },
    ])
    expect(stored).not.toContain(guesser.address)
    const other = await lockedRoom()
    await guess(other.roomId, 1, guesser)
    const source = JSON.parse(stored)[0].source
    await runInRoom(other.roomId, ({ sql }) => {
      expect(JSON.stringify(sql.exec('SELECT password_tries FROM room').toArray())).not.toContain(source)
    })
    await runInRoom(
      roomId,
      ({ sql }) => void sql.exec(`UPDATE room SET password_tries = '[{"at":1,"source":"x"}]'`),
    )
    expect((await new Person().requestJoin(roomId, { password: 'correct horse' })).status).toBe(200)
    expect(await tries()).toBe(null)
  })

  test('are measured by a password that was set meanwhile', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ password: 'correct horse' })
    expect((await new Person().requestJoin(roomId, { password: 'correct horse' })).status).toBe(200)
    await ann.changeRoom(roomId, { password: 'battery staple' })
    expect(refusalOf(await new Person().requestJoin(roomId, { password: 'correct horse' }))[1]).toBe(
      'wrong-password',
    )
    expect((await new Person().requestJoin(roomId, { password: 'battery staple' })).status).toBe(200)
    await evictDurableObject(roomObject(roomId))
    expect(refusalOf(await new Person().requestJoin(roomId, { password: 'correct horse' }))[1]).toBe(
      'wrong-password',
    )
    expect((await new Person().requestJoin(roomId, { password: 'battery staple' })).status).toBe(200)
  })

  test('are not what right ones and missing ones are', async () => {
    const { roomId } = await lockedRoom()
    for (let index = 0; index < 15; index += 1) {
      expect((await new Person().requestJoin(roomId, { password: 'correct horse' })).status).toBe(200)
      expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([401, 'password-required'])
    }
    expect(await guess(roomId, 10)).toEqual(Array(10).fill('403 wrong-password'))
  })

  test('are not cured by a right one before them', async () => {
    const { roomId } = await lockedRoom()
    expect((await new Person().requestJoin(roomId, { password: 'correct horse' })).status).toBe(200)
    expect(refusalOf(await new Person().requestJoin(roomId, { password: 'correct horse ' }))).toEqual([
      403,
      'wrong-password',
    ])
    expect(refusalOf(await new Person().requestJoin(roomId, { password: 'Correct horse' }))).toEqual([
      403,
      'wrong-password',
    ])
  })
})

describe('the rate limit of an address', () => {
  const create = async (address: string, environment = env) =>
    app.fetch(
      new Request(`${ORIGIN}/api/rooms`, {
        method: 'POST',
        body: '{',
        headers: { 'cf-connecting-ip': address },
      }),
      environment,
      createExecutionContext(),
    )

  test('stops one from making rooms by the hundred, answers how long to wait, and does not disturb the others', async () => {
    const statuses = []
    for (let index = 0; index < 300; index += 1) statuses.push((await create('203.0.113.7')).status)
    expect(statuses).toEqual(Array(300).fill(400))
    const last = await exhaustRateLimit(300, () => create('203.0.113.7'))
    expect([last.status, last.headers.get('retry-after')]).toEqual([429, '60'])
    expect(await last.json()).toMatchObject({ error: { code: 'too-many-requests' } })
    expect((await create('203.0.113.8')).status).toBe(400)
    expect((await create('203.0.113.7', OFF)).status).toBe(400)
  })

  // A minute of the clock may begin in between, and counts from nothing again.
  test('stops one from joining by the thousand, also with the socket in one request', {
    retry: 1,
  }, async () => {
    const roomId = await new Person().createRoom()
    const one = new Person()
    const tryToJoin = () =>
      one.requestUpgrade(roomId, '', { 'sec-websocket-protocol': `${JOIN_PROTOCOL}, x` })
    const replies = await Promise.all(Array.from({ length: 1_200 }, tryToJoin))
    expect(replies.map(({ status }) => status)).toEqual(Array(1_200).fill(400))
    expect((await exhaustRateLimit(1_200, tryToJoin)).status).toBe(429)
    expect((await one.requestJoin(roomId)).status).toBe(429)
  })
})

test('what a room keeps of a password and of tokens is only their hashes', async () => {
  const ann = new Person()
  const roomId = await ann.createRoom({ password: 'correct horse' })
  await ann.joinRoom(roomId, { password: 'correct horse' })
  const stored = await runInRoom(roomId, ({ sql }) =>
    ['room', 'participants'].map((table) => sql.exec(`SELECT * FROM ${table}`).toArray()),
  )
  const text = JSON.stringify(stored)
  const [, secret = ''] = ann.readToken('x-auth-token', roomId).split('.')
  expect(secret).toHaveLength(43)
  for (const word of ['correct horse', secret, ann.readToken('x-host-token', roomId)]) {
    expect(text).not.toContain(word)
  }
  expect(text).toContain(digest(secret))
  expect(text).toContain('scrypt$1024$8$1$')
})

test('an empty password is none: it is asked for and counts as no try', async () => {
  const host = new Person()
  const roomId = await host.createRoom({ password: 'correct horse' })
  expect(refusalOf(await new Person().requestJoin(roomId, { password: '' }))).toEqual([
    401,
    'password-required',
  ])
})
