import { expect, test } from 'vitest'
import { exampleRoom } from '../../test/support/examples.ts'
import { MemoryKeyStore, makeForgetfulKeyStore } from '../../test/support/memory-key-store.ts'
import type { KeyStore } from '../browser/key-store.ts'
import { hashAdmissionSecret } from '../crypto/admission.ts'
import { deriveEpochAdmission } from '../crypto/invite.ts'
import { parseInviteLink } from '../crypto/parse-invite-link.ts'
import { makeRoomApi } from '../net/room-api.ts'
import { createEncryptedRoom } from './create-encrypted-room.ts'

/** Calls a server that answers so, and what it was asked. */
async function create(...answers: Response[]) {
  return createAs({}, ...answers)
}

type Rules = { door?: 'knock'; history?: 'from-join' }

async function createAs(more: Rules, ...answers: Response[]) {
  const store = new MemoryKeyStore()
  return { ...(await createIn(store, more, ...answers)), store }
}

async function createIn(store: KeyStore, more: Rules, ...answers: Response[]) {
  const asked: { call: string; body: string }[] = []
  const waits: number[] = []
  const api = makeRoomApi({
    base: 'https://chat.example/',
    fetch: async (input, init) => {
      const request = new Request(input, init)
      asked.push({ call: `${request.method} ${request.url}`, body: await request.text() })
      return answers.shift() ?? new Response(null, { status: 500 })
    },
  })
  const wait = async (ms: number) => void waits.push(ms)
  const options = { capacity: 5, password: 'open sesame', ...more }
  return {
    asked,
    waits,
    reply: await createEncryptedRoom(options, { name: 'Ada Lovelace', wait, api, store }),
  }
}

const made = () => Response.json(exampleRoom({ encryption: 'e2ee' }), { status: 201 })

test('the server is sent no key, no password and no name, and the way there has the key', async () => {
  const { asked, reply, store } = await create(made(), Response.json({}))
  const { roomId, path } = reply.value ?? { roomId: '', path: '' }
  const link = parseInviteLink(path)?.epochLink
  if (!link) throw new Error('no link')
  expect(link.hasPassword).toBe(true)
  const secret = await deriveEpochAdmission(link.linkKey)
  const [created, join] = asked.map(({ body }) => JSON.parse(body))
  expect(created).toMatchObject({
    capacity: 5,
    encryption: 'e2ee',
    keys: 2,
    roomId,
    admission: await hashAdmissionSecret(secret),
  })
  const record = await store.readRecord(roomId)
  expect(join).toEqual({
    participantId: expect.stringMatching(/^[\w-]{21}$/),
    card: expect.stringMatching(/^c2\.1\./),
    password: created.password,
    admission: secret,
  })
  expect(record?.epochs).toHaveLength(1)
  for (const secret of [link.linkKey, 'open sesame', 'Ada Lovelace'])
    expect(JSON.stringify(asked)).not.toContain(secret)
})

test.each([
  [{}, true],
  [{ door: 'knock' }, false],
  [{ history: 'from-join' }, false],
] as const)('with %j the server is sent an invite: %s', async (more, isInvited) => {
  const { asked } = await createAs(more, made(), Response.json({}))
  const created = JSON.parse(asked[0]?.body ?? '')
  expect(created).toMatchObject(more)
  expect('invite' in created).toBe(isInvited)
})

test.each([{ door: 'knock' }, { history: 'from-join' }] as const)(
  'with %j a browser that keeps no keys makes no room: its creator could not open it',
  async (more) => {
    const { asked, reply } = await createIn(makeForgetfulKeyStore(), more, made())
    expect([asked, reply.refusal]).toEqual([[], { code: 'keys-not-kept' }])
  },
)

test('a browser that keeps no keys makes a room with an invite, and comes in by it', async () => {
  const { asked, reply } = await createIn(makeForgetfulKeyStore(), {}, made())
  expect(asked).toHaveLength(1)
  expect(parseInviteLink(reply.value?.path ?? '')?.epochLink).toBeTruthy()
})

test('a room that could not be joined is gone to all the same: its page says why', async () => {
  const full = { error: { code: 'room-full', message: 'No.' } }
  const { reply, waits } = await create(made(), Response.json(full, { status: 409 }))
  expect(waits).toEqual([])
  expect(reply.value?.path).toMatch(/^\/room\//)
})

test('a seat that can not be had for the moment is asked for again, with the password that only the lobby knows', async () => {
  const busy = { error: { code: 'busy', message: 'Later.' } }
  const { asked, waits, reply } = await create(
    made(),
    Response.json(busy, { status: 503, headers: { 'Retry-After': '4' } }),
    new Response('<h1>Bad gateway</h1>', { status: 502 }),
    Response.json({}),
  )
  expect(reply.value?.path).toMatch(/^\/room\//)
  const bodies = asked.slice(1).map(({ body }) => body)
  expect(bodies).toHaveLength(3)
  expect(new Set(bodies).size).toBe(1)
  expect(waits).toHaveLength(2)
  expect(waits[0]).toBeGreaterThanOrEqual(4_000)
})

test('no room is made where what was shared to the app could not be kept for it', async () => {
  const store = new MemoryKeyStore()
  const asked: string[] = []
  const api = makeRoomApi({
    base: 'https://chat.example/',
    fetch: async (input) => {
      asked.push(new Request(input).url)
      return made()
    },
  })
  const kept: string[] = []
  const keepFirst = async (roomId: string) => {
    kept.push(roomId)
    return false
  }
  const options = { name: 'Ada Lovelace', wait: async () => {}, api, store, keepFirst }
  const { refusal } = await createEncryptedRoom({ capacity: 5 }, options)
  expect([refusal?.code, asked]).toEqual(['first-message-not-kept', []])
  expect(await store.readRecord(kept[0] ?? '')).toBeNull()
})

test('a room that could not be made has no invite link', async () => {
  const busy = Response.json({ error: { code: 'busy', message: 'Later.' } }, { status: 503 })
  expect((await create(busy)).reply.refusal?.code).toBe('busy')
})
