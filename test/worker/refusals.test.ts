import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { SENTENCE } from '../../protocol/refusal-sentence.ts'
import type { Reply } from '../support/api-client.ts'
import { Person } from './person.ts'

const MADE_UP = 'V1StGXR8_Z5jdHi6B-myT'

/** Those a case may send, all of them in one room or at its entry check. */
interface Cast {
  roomId: string
  host: Person
  participant: Person
  stranger: Person
  /** The participant's id. */
  participantId: string
}

interface Case {
  call: string
  answers: string
  options?: Record<string, unknown>
  send: (cast: Cast) => Promise<Reply>
}

async function makeCast(options: Record<string, unknown> = {}): Promise<Cast> {
  const [host, participant, stranger] = [new Person(), new Person(), new Person()]
  const roomId = await host.createRoom({ capacity: 3, ...options })
  const entry = options.password === undefined ? {} : { password: options.password }
  await host.joinRoom(roomId, { alias: 'Hanna', ...entry })
  const { participantId } = await participant.joinRoom(roomId, { alias: 'Guest', ...entry })
  return { roomId, host, participant, stranger, participantId }
}

async function requestSocket(person: Person, roomId: string, headers: Record<string, string> = {}) {
  const response = await person.requestUpgrade(roomId, '', headers)
  const text = response.webSocket === null ? await response.text() : '{}'
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) }
}

const PASSWORD = { password: 'correct horse' }

const CASES: Case[] = [
  {
    call: 'GET a room that is none',
    answers: '404 room-not-found',
    send: ({ stranger }) => stranger.callRoom(MADE_UP, 'GET'),
  },
  {
    call: 'join a room that is none',
    answers: '404 room-not-found',
    send: ({ stranger }) => stranger.requestJoin(MADE_UP),
  },
  {
    call: 'join without the password',
    answers: '401 password-required',
    options: PASSWORD,
    send: ({ stranger, roomId }) => stranger.requestJoin(roomId),
  },
  {
    call: 'join with another password',
    answers: '403 wrong-password',
    options: PASSWORD,
    send: ({ stranger, roomId }) => stranger.requestJoin(roomId, { password: 'correct house' }),
  },
  {
    call: 'join a full room',
    answers: '409 room-full',
    send: async ({ stranger, roomId }) => {
      await new Person().joinRoom(roomId)
      return stranger.requestJoin(roomId)
    },
  },
  {
    call: 'join with the alias of another',
    answers: '409 alias-taken',
    send: ({ stranger, roomId }) => stranger.requestJoin(roomId, { alias: 'GUEST' }),
  },
  {
    call: 'join a locked room',
    answers: '403 room-locked',
    send: async ({ host, stranger, roomId }) => {
      await host.callRoom(roomId, 'PATCH', '', { locked: true })
      return stranger.requestJoin(roomId)
    },
  },
  {
    call: 'join after being removed',
    answers: '403 removed',
    send: async ({ host, participant, participantId, roomId }) => {
      await host.callRoom(roomId, 'DELETE', `/participants/${participantId}`)
      return participant.requestJoin(roomId)
    },
  },
  {
    call: 'leave without a seat',
    answers: '401 not-a-participant',
    send: ({ stranger, roomId }) => stranger.callRoom(roomId, 'POST', '/leave'),
  },
  {
    call: 'leave twice',
    answers: '401 not-a-participant',
    send: async ({ participant, roomId }) => {
      await participant.callRoom(roomId, 'POST', '/leave')
      return participant.callRoom(roomId, 'POST', '/leave')
    },
  },
  {
    call: 'ask for the time left without a seat',
    answers: '401 not-a-participant',
    send: ({ stranger, roomId }) => stranger.callRoom(roomId, 'GET', '/ttl'),
  },
  {
    call: 'ask for the time left of a room that is none',
    answers: '404 room-not-found',
    send: ({ stranger }) => stranger.callRoom(MADE_UP, 'GET', '/ttl'),
  },
  {
    call: 'read without a seat',
    answers: '401 not-a-participant',
    send: ({ stranger, roomId }) => stranger.callRoom(roomId, 'GET', '/messages'),
  },
  {
    call: 'read a room that is none',
    answers: '404 room-not-found',
    send: ({ stranger }) => stranger.callRoom(MADE_UP, 'GET', '/messages'),
  },
  {
    call: 'write without a seat',
    answers: '401 not-a-participant',
    send: ({ stranger, roomId }) => stranger.postMessage(roomId, { text: 'hello' }),
  },
  {
    call: 'write into a room that is none',
    answers: '404 room-not-found',
    send: ({ stranger }) => stranger.postMessage(MADE_UP, { text: 'hello' }),
  },
  {
    call: 'write with the alias of another',
    answers: '409 alias-taken',
    send: ({ participant, roomId }) => participant.postMessage(roomId, { text: 'hello', sender: 'hANNA' }),
  },
  {
    call: 'write 16,385 bytes',
    answers: '413 message-too-long',
    send: ({ participant, roomId }) => participant.postMessage(roomId, { text: 'x'.repeat(16_385) }),
  },
  {
    call: 'write plaintext into an encrypted room',
    answers: '422 plaintext-refused',
    options: { encryption: 'e2ee' },
    send: ({ participant, roomId }) => participant.postMessage(roomId, { text: 'hello' }),
  },
  {
    call: 'destroy without a seat',
    answers: '401 not-a-participant',
    send: ({ stranger, roomId }) => stranger.callRoom(roomId, 'DELETE'),
  },
  {
    call: 'destroy as a participant where the host alone may',
    answers: '403 not-allowed',
    send: ({ participant, roomId }) => participant.callRoom(roomId, 'DELETE'),
  },
  {
    call: 'destroy a room that is none',
    answers: '404 room-not-found',
    send: ({ stranger }) => stranger.callRoom(MADE_UP, 'DELETE'),
  },
  {
    call: 'remove somebody without a seat',
    answers: '401 not-a-participant',
    send: ({ stranger, participantId, roomId }) =>
      stranger.callRoom(roomId, 'DELETE', `/participants/${participantId}`),
  },
  {
    call: 'remove somebody as a participant',
    answers: '403 not-allowed',
    options: { destroyBy: 'anyone' },
    send: ({ participant, participantId, roomId }) =>
      participant.callRoom(roomId, 'DELETE', `/participants/${participantId}`),
  },
  {
    call: 'remove nobody',
    answers: '404 participant-not-found',
    send: ({ host, roomId }) => host.callRoom(roomId, 'DELETE', '/participants/nobody'),
  },
  {
    call: 'remove somebody from a room that is none',
    answers: '404 room-not-found',
    send: ({ host, participantId }) => host.callRoom(MADE_UP, 'DELETE', `/participants/${participantId}`),
  },
  {
    call: 'lock without a seat',
    answers: '401 not-a-participant',
    send: ({ stranger, roomId }) => stranger.callRoom(roomId, 'PATCH', '', { locked: true }),
  },
  {
    call: 'lock as a participant',
    answers: '403 not-allowed',
    options: { destroyBy: 'anyone' },
    send: ({ participant, roomId }) => participant.callRoom(roomId, 'PATCH', '', { locked: true }),
  },
  {
    call: 'set a sooner end as a participant of a room that only its host may destroy',
    answers: '403 not-allowed',
    options: { destroyBy: 'host' },
    send: ({ participant, roomId }) =>
      participant.callRoom(roomId, 'PATCH', '', { closesAt: Date.now() + 20_000 }),
  },
  {
    call: 'set a later end as a participant of a room that only its host may destroy',
    answers: '403 not-allowed',
    options: { destroyBy: 'host' },
    send: ({ participant, roomId }) =>
      participant.callRoom(roomId, 'PATCH', '', { closesAt: Date.now() + 3_600_000 }),
  },
  {
    call: 'lock a room that is none',
    answers: '404 room-not-found',
    send: ({ host }) => host.callRoom(MADE_UP, 'PATCH', '', { locked: true }),
  },
  {
    call: 'open a socket without a seat',
    answers: '401 not-a-participant',
    send: ({ stranger, roomId }) => requestSocket(stranger, roomId),
  },
  {
    call: 'open a socket from another site',
    answers: '403 wrong-origin',
    send: ({ participant, roomId }) =>
      requestSocket(participant, roomId, { origin: 'https://elsewhere.example' }),
  },
  {
    call: 'open a socket to a room that is none',
    answers: '404 room-not-found',
    send: ({ participant }) => requestSocket(participant, MADE_UP),
  },
  {
    call: 'ask for realtime without the upgrade',
    answers: '426 upgrade-required',
    send: ({ participant, roomId }) => participant.callRoom(roomId, 'GET', '/realtime'),
  },
]

describe('the answer is no', () => {
  test.for(CASES)('to who would $call: $answers', async ({ answers, options, send }) => {
    const { status, headers, body } = await send(await makeCast(options))
    expect(`${status} ${body.error?.code}`).toBe(answers)
    expect(Object.keys(body)).toEqual(['error'])
    expect(body.error?.message).toMatch(/^[A-Z].*\.$/)
    expect(body.error?.message).toBe(body.error && SENTENCE[body.error.code])
    expect(headers.get('content-type')).toContain('application/json')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('set-cookie')).toBe(null)
  })

  test('in the order of the entry check: removed, locked, invite link, password, seats, alias', async () => {
    const secret = randomBytes(32).toString('base64url')
    const admission = createHash('sha256').update(secret).digest('base64url')
    const host = new Person()
    const roomId = await host.createRoom({ password: 'correct horse', admission })
    const key = { admission: secret, password: 'correct horse' }
    await host.joinRoom(roomId, { alias: 'Hanna', ...key })
    const tryToJoin = async (request: Record<string, unknown>) =>
      (await new Person().requestJoin(roomId, request)).body.error?.code
    expect(await tryToJoin({})).toBe('wrong-link')
    expect(await tryToJoin({ admission: secret })).toBe('password-required')
    expect(await tryToJoin({ ...key, alias: 'hanna' })).toBe('alias-taken')
    await new Person().joinRoom(roomId, key)
    expect(await tryToJoin({ ...key, alias: 'hanna' })).toBe('room-full')
    await host.callRoom(roomId, 'PATCH', '', { locked: true })
    expect(await tryToJoin({})).toBe('room-locked')
  })
})

describe('a field that is wrong is named', () => {
  interface Field {
    at: 'rooms' | 'join' | 'messages' | 'patch'
    body: unknown
    paths: string[]
  }
  const FIELDS: Field[] = [
    { at: 'rooms', body: { capacity: 1 }, paths: ['capacity'] },
    { at: 'rooms', body: { capacity: 100_001 }, paths: ['capacity'] },
    { at: 'rooms', body: { capacity: 2.5 }, paths: ['capacity'] },
    { at: 'rooms', body: { capacity: '2' }, paths: ['capacity'] },
    { at: 'rooms', body: { lifetime: 9 }, paths: ['lifetime'] },
    { at: 'rooms', body: { lifetime: 86_401 }, paths: ['lifetime'] },
    { at: 'rooms', body: { lifetime: null }, paths: ['lifetime'] },
    { at: 'rooms', body: { expiry: 'never' }, paths: ['expiry'] },
    { at: 'rooms', body: { password: 'abc' }, paths: ['password'] },
    { at: 'rooms', body: { password: 'x'.repeat(129) }, paths: ['password'] },
    { at: 'rooms', body: { encryption: 'rot13' }, paths: ['encryption'] },
    { at: 'rooms', body: { admission: 'short' }, paths: ['admission'] },
    { at: 'rooms', body: { destroyBy: 'nobody' }, paths: ['destroyBy'] },
    { at: 'rooms', body: { capacity: 0, lifetime: 0, expiry: 0 }, paths: ['capacity', 'lifetime', 'expiry'] },
    { at: 'rooms', body: [], paths: [''] },
    { at: 'rooms', body: 'null', paths: [''] },
    { at: 'rooms', body: '7', paths: [''] },
    { at: 'join', body: { alias: '' }, paths: ['alias'] },
    { at: 'join', body: { alias: '   ' }, paths: ['alias'] },
    { at: 'join', body: { alias: 'x'.repeat(33) }, paths: ['alias'] },
    { at: 'join', body: { alias: 'Ann\u202e' }, paths: ['alias'] },
    { at: 'join', body: { alias: 7 }, paths: ['alias'] },
    { at: 'join', body: { password: 7 }, paths: ['password'] },
    { at: 'join', body: { admission: {} }, paths: ['admission'] },
    { at: 'messages', body: {}, paths: ['text'] },
    { at: 'messages', body: { text: '' }, paths: ['text'] },
    { at: 'messages', body: { text: ['a'] }, paths: ['text'] },
    { at: 'messages', body: { text: 'a', id: '' }, paths: ['id'] },
    { at: 'messages', body: { text: 'a', id: 'a b' }, paths: ['id'] },
    { at: 'messages', body: { text: 'a', id: 'ä' }, paths: ['id'] },
    { at: 'messages', body: { text: 'a', id: 'x'.repeat(65) }, paths: ['id'] },
    { at: 'messages', body: { text: 'a', id: 'a\n' }, paths: ['id'] },
    { at: 'messages', body: { text: 'a', sender: '\u200b' }, paths: ['sender'] },
    { at: 'patch', body: {}, paths: [''] },
    { at: 'patch', body: { locked: 'yes' }, paths: ['locked'] },
    { at: 'patch', body: { closesAt: 'soon' }, paths: ['closesAt'] },
  ]
  test.for(FIELDS)('%j', async ({ at, body, paths }) => {
    const { host, roomId } = await makeCast()
    const calls: Record<Field['at'], [string, string]> = {
      rooms: ['POST', '/api/rooms'],
      join: ['POST', `/api/rooms/${roomId}/join`],
      messages: ['POST', `/api/rooms/${roomId}/messages`],
      patch: ['PATCH', `/api/rooms/${roomId}`],
    }
    const reply = await host.callApi(...calls[at], body)
    expect([reply.status, reply.body.error?.code]).toEqual([400, 'invalid-request'])
    const issues = reply.body.error?.issues ?? []
    expect(issues.map(({ path }) => path)).toEqual(paths)
    for (const { message } of issues) expect(message).toMatch(/\S/)
  })

  test.for(['{', '{"capacity":}', 'capacity=2', '"\\x"', "{'a':1}", ' ', '\u0000'])(
    'and a body that is no JSON answers 400: %j',
    async (body) => {
      const { status, body: answer } = await new Person().callApi('POST', '/api/rooms', body)
      expect([status, answer.error?.code, answer.error?.issues]).toEqual([
        400,
        'invalid-request',
        [{ path: '', message: 'The body is not valid JSON.' }],
      ])
    },
  )

  test('and a body that is no UTF-8 answers 400', async () => {
    const bytes = new TextEncoder().encode('{"password":"abc_d"}')
    bytes[bytes.indexOf(0x5f)] = 0xff
    expect((await new Person().callApi('POST', '/api/rooms', bytes)).status).toBe(400)
  })
})

describe('an encrypted room takes envelopes and no plaintext', () => {
  interface Text {
    text: string
    is: 'taken' | 'refused'
  }
  const TEXTS: Text[] = [
    { text: 'e1.AbC-_09', is: 'taken' },
    { text: 'e1.A', is: 'taken' },
    { text: 'hello', is: 'refused' },
    { text: 'e1.', is: 'refused' },
    { text: 'e1', is: 'refused' },
    { text: 'e2.AbC', is: 'refused' },
    { text: 'E1.AbC', is: 'refused' },
    { text: ' e1.AbC', is: 'refused' },
    { text: 'e1.AbC ', is: 'refused' },
    { text: 'e1.AbC\n', is: 'refused' },
    { text: 'e1.AbC=', is: 'refused' },
    { text: 'e1.Ab+C', is: 'refused' },
    { text: 'e1.Ab C', is: 'refused' },
    { text: 'e1.AbC\nhello', is: 'refused' },
    { text: 'hello\ne1.AbC', is: 'refused' },
  ]
  test.for(TEXTS)('over HTTP and over the socket: %j', async ({ text, is }) => {
    const { participant, host, roomId } = await makeCast({ encryption: 'e2ee' })
    const connection = await participant.openConnection(roomId)
    const reply = await participant.postMessage(roomId, { text })
    connection.sendMessage('by-socket', text)
    if (is === 'taken') {
      expect([reply.status, reply.body.text]).toEqual([201, text])
      expect(
        (await connection.nextEvent('chat.message', 'an envelope is not delivered', ({ seq }) => seq === 2))
          .text,
      ).toBe(text)
    } else {
      expect([reply.status, reply.body.error?.code]).toEqual([422, 'plaintext-refused'])
      expect(await connection.nextEvent('error', 'plaintext is not refused')).toMatchObject({
        code: 'plaintext-refused',
        id: 'by-socket',
      })
      expect((await host.callRoom(roomId, 'GET', '/messages')).body.lastSeq).toBe(0)
    }
  })
})

describe('a room with an admission', () => {
  const secret = randomBytes(32).toString('base64url')
  const admission = createHash('sha256').update(secret).digest('base64url')

  test('lets in who knows the secret, and nobody else', async () => {
    const host = new Person()
    const roomId = await host.createRoom({ admission, encryption: 'e2ee' })
    expect((await host.callRoom(roomId, 'GET')).body).toMatchObject({
      admissionRequired: true,
      passwordRequired: false,
      encryption: 'e2ee',
    })
    for (const request of [{}, { admission: '' }, { admission: `${secret}x` }, { admission }]) {
      const reply = await new Person().requestJoin(roomId, request)
      expect([reply.status, reply.body.error?.code]).toEqual([403, 'wrong-link'])
    }
    expect((await host.callRoom(roomId, 'GET')).body.seats).toBe(0)
    expect((await new Person().requestJoin(roomId, { admission: secret })).status).toBe(200)
    expect((await host.requestJoin(roomId, { admission: secret })).body.role).toBe('host')
  })
})
