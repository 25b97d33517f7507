import { expect, test } from 'vitest'
import { exampleRoom } from '../../test/support/examples.ts'
import { requireLinkKey } from '../../test/support/link-key.ts'
import { deriveAdmissionSecret, hashAdmissionSecret } from '../crypto/admission.ts'
import { parseInviteLink } from '../crypto/parse-invite-link.ts'
import { makeVisitorApi } from '../net/visitor-api.ts'
import { createEncryptedRoom } from './create-encrypted-room.ts'

/** Calls a server that answers so, and what it was asked. */
async function create(...answers: Response[]) {
  const asked: { call: string; body: string }[] = []
  const waits: number[] = []
  const api = makeVisitorApi({
    base: 'https://chat.example/',
    fetch: async (input, init) => {
      const request = new Request(input, init)
      asked.push({ call: `${request.method} ${request.url}`, body: await request.text() })
      return answers.shift() ?? new Response(null, { status: 500 })
    },
  })
  const wait = async (ms: number) => void waits.push(ms)
  const options = { capacity: 5, password: 'open sesame' }
  return { asked, waits, reply: await createEncryptedRoom(api, options, 'Ada', wait) }
}

const made = () => Response.json(exampleRoom({ encryption: 'e2ee' }), { status: 201 })

test('the room is made with the hash, joined with its secret, and the key is in the way there alone', async () => {
  const { asked, reply } = await create(made(), Response.json({}))
  const { roomId, path } = reply.value ?? { roomId: '', path: '' }
  const key = requireLinkKey(parseInviteLink(path)?.linkKey ?? undefined)
  expect(path).toBe(`/room/${roomId}#${key}`)
  const secret = await deriveAdmissionSecret(key)
  const [create1, join] = asked.map(({ body }) => JSON.parse(body))
  expect(create1).toEqual({
    capacity: 5,
    password: 'open sesame',
    encryption: 'e2ee',
    admission: await hashAdmissionSecret(secret),
  })
  expect(join).toEqual({ alias: 'Ada', password: 'open sesame', admission: secret })
  expect(JSON.stringify(asked)).not.toContain(key)
})

test('a room that could not be joined is gone to all the same: its page says why', async () => {
  const full = { error: { code: 'room-full', message: 'No.' } }
  const { reply, waits } = await create(made(), Response.json(full, { status: 409 }))
  expect(waits).toEqual([])
  expect(reply.value?.roomId).toBe(exampleRoom().roomId)
})

test('a seat that can not be had for the moment is asked for again, with the password that only the lobby knows', async () => {
  const busy = { error: { code: 'busy', message: 'Later.' } }
  const { asked, waits, reply } = await create(
    made(),
    Response.json(busy, { status: 503, headers: { 'Retry-After': '4' } }),
    new Response('<h1>Bad gateway</h1>', { status: 502 }),
    Response.json({}),
  )
  expect(reply.value?.roomId).toBe(exampleRoom().roomId)
  const bodies = asked.slice(1).map(({ body }) => body)
  expect(bodies).toHaveLength(3)
  expect(new Set(bodies).size).toBe(1)
  expect(waits).toHaveLength(2)
  expect(waits[0]).toBeGreaterThanOrEqual(4_000)
})

test('a room that could not be made has no invite link', async () => {
  const busy = Response.json({ error: { code: 'busy', message: 'Later.' } }, { status: 503 })
  expect((await create(busy)).reply.refusal?.code).toBe('busy')
})
