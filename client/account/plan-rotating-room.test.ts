import { expect, test } from 'vitest'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { exampleMessage, exampleRoom } from '../../test/support/examples.ts'
import { MemoryKeyStore, makeForgetfulKeyStore } from '../../test/support/memory-key-store.ts'
import type { KeyStore } from '../browser/key-store.ts'
import { decryptCard } from '../crypto/card.ts'
import { encryptBack } from '../crypto/epoch-chain.ts'
import { deriveCheck } from '../crypto/epoch-check.ts'
import { encryptContent } from '../crypto/epoch-envelope.ts'
import { EpochKeys } from '../crypto/epoch-keys.ts'
import { importPublicKey, makeParticipantPair } from '../crypto/participant-pair.ts'
import { makeRoomKey, type RoomKey } from '../crypto/room-key.ts'
import { wrapRoomKey } from '../crypto/wrap.ts'
import type { AccountApi, Plan } from '../net/account-api.ts'
import { makeNameRules } from '../room/name-rules.ts'
import { ALL_PROTOTYPES } from '../room/name-table.ts'
import { decryptRotatingTranscript } from './decrypt-rotating-transcript.ts'
import { loadOwnKeys, loadOwnLink } from './own-room-keys.ts'
import { planRotatingRoom } from './plan-rotating-room.ts'

type Asked = Parameters<AccountApi['changeRoom']>[1]

/** Plans a room at a server that takes all of it, and remembers what it was sent. */
async function planRoom({
  refuses = false,
  door = undefined as 'knock' | undefined,
  store = new MemoryKeyStore() as KeyStore,
} = {}) {
  const sent: { plan?: Plan; patch?: Asked } = {}
  const answer = (plan: Plan): AccountRoom => ({
    ...exampleRoom({ roomId: plan.roomId ?? '', expiresAt: 2_000_000 }),
    title: plan.title,
    closesAt: 2_000_000,
    retainFor: 60,
    messages: 0,
  })
  const api: Pick<AccountApi, 'scheduleRoom' | 'changeRoom'> = {
    async scheduleRoom(plan) {
      sent.plan = plan
      return refuses ? { ok: false, refusal: { code: 'title-taken' } } : { ok: true, value: answer(plan) }
    },
    async changeRoom(roomId, patch) {
      sent.patch = patch
      return { ok: true, value: answer({ title: 'Circle', closesAt: 0, roomId: roomId as never }) }
    },
  }
  const plan = { title: 'Circle', closesAt: 2_000_000, password: 'open sesame', door }
  const reply = await planRotatingRoom(plan, { api, store, name: 'Ada' })
  return { reply, sent, store, roomId: sent.plan?.roomId ?? '' }
}

test('a plan sends the hash of the link’s secret, the invite, the proof of the password and then the card, and no key', async () => {
  const { reply, sent, store, roomId } = await planRoom()
  expect(reply.ok).toBe(true)
  expect(sent.plan).toMatchObject({ encryption: 'e2ee', keys: 2, title: 'Circle' })
  const record = await store.readRecord(roomId)
  const [first] = record?.epochs ?? []
  if (!record || !(first?.key instanceof Uint8Array)) throw new Error('nothing is kept')
  const link = await loadOwnLink(store, roomId)
  expect(link?.hasPassword).toBe(true)
  const text = JSON.stringify(sent)
  for (const secret of [
    link?.linkKey ?? '',
    Buffer.from(first.key).toString('base64url'),
    'open sesame',
    'Ada',
  ])
    expect(text).not.toContain(secret)
  const { participantId = '', card = '' } = sent.patch ?? {}
  const keys = await EpochKeys.fromKey({ roomId, epoch: 1 }, first.key)
  expect(await decryptCard(keys, participantId, card)).toMatchObject({ name: 'Ada', keeps: true })
  // It opens the transcript, so it is kept for as long as that is.
  expect(record.expiresAt).toBe(2_060_000)
})

test('where the plan is refused, nothing is kept', async () => {
  const { reply, store, roomId } = await planRoom({ refuses: true })
  expect(reply.refusal).toEqual({ code: 'title-taken' })
  expect(await store.readRecord(roomId)).toBe(null)
})

test('a browser that keeps no keys plans no room with a closed door: nobody could open it', async () => {
  const { reply, sent } = await planRoom({ door: 'knock', store: makeForgetfulKeyStore() })
  expect([reply.refusal, sent.plan]).toEqual([{ code: 'keys-not-kept' }, undefined])
})

/** What the room lists after a rotation by somebody else, for the browser that planned. */
async function rotate(roomId: string, desk: string, first: RoomKey) {
  const host = await makeParticipantPair()
  const other = await importPublicKey(desk)
  if (other === null) throw new Error('there is no public key')
  const roomKey = makeRoomKey()
  const before = await EpochKeys.fromKey({ roomId, epoch: 1 }, first)
  const keys = await EpochKeys.fromKey({ roomId, epoch: 2 }, roomKey)
  const epoch = {
    epoch: 2,
    by: host.publicKey.participantId,
    at: 1,
    wrap: await wrapRoomKey(
      { keys: before, epoch: 2, pair: host, other },
      { roomKey, door: null, removedIds: [] },
    ),
    back: await encryptBack(keys, first),
    check: await deriveCheck(keys),
    key: host.publicKey.text,
  }
  return { epoch, keys }
}

test('the browser that planned, and never came, opens what was said after a rotation', async () => {
  const { store, roomId, sent } = await planRoom()
  const record = await store.readRecord(roomId)
  const [first] = record?.epochs ?? []
  if (!record || !(first?.key instanceof Uint8Array)) throw new Error('nothing is kept')
  const { epoch, keys } = await rotate(roomId, record.publicKey, first.key)
  const asked: unknown[] = []
  const api: Pick<AccountApi, 'fetchOwnEpochs'> = {
    async fetchOwnEpochs(...args) {
      asked.push(args)
      return { ok: true, value: { epochs: [epoch] } }
    },
  }
  const collected = await loadOwnKeys(api, store, roomId)
  expect(asked).toEqual([[roomId, sent.patch?.participantId, 0]])
  if (!collected.ok) throw new Error('nothing is opened')
  const said = exampleMessage(1, 'ben')
  const text = await encryptContent(keys, said, { name: 'Ben', at: 1, seen: null, text: 'between us' })
  const room = { ...exampleRoom(), roomId, title: 'Circle', closesAt: 1, retainFor: 1, messages: 1 }
  const { transcript } = await decryptRotatingTranscript(
    { room, messages: [{ ...said, roomId, text }] },
    {
      ...collected.value,
      rules: makeNameRules(ALL_PROTOTYPES),
      texts: { unreadable: 'x', plain: (text) => text },
    },
  )
  expect(transcript.messages).toMatchObject([{ sender: 'Ben', text: 'between us' }])
})

test('a browser that keeps nothing of a room says so', async () => {
  const api: Pick<AccountApi, 'fetchOwnEpochs'> = {
    fetchOwnEpochs: async () => ({ ok: true, value: { epochs: [] } }),
  }
  const reply = await loadOwnKeys(api, new MemoryKeyStore(), 'V1StGXR8_Z5jdHi6B-myT')
  expect(reply.refusal).toEqual({ code: 'room-not-found' })
})
