import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { CARD_MAX, EPOCHS_MAX } from '../../protocol/key-limits.ts'
import { ALIAS_MAX } from '../../protocol/limits.ts'
import { damage } from '../../test/support/damage.ts'
import { decode, derive, pad, seal } from '../../test/support/epoch-crypto.ts'
import { type Card, decryptCard, encryptCard } from './card.ts'
import { EpochKeys } from './epoch-keys.ts'
import { makeParticipantPair, type PublicKey } from './participant-pair.ts'
import { makeRoomKey } from './room-key.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const roomKey = makeRoomKey()
let keys: EpochKeys
let ada: PublicKey
let ben: PublicKey

beforeAll(async () => {
  keys = await EpochKeys.fromKey({ roomId: ROOM, epoch: 3 }, roomKey)
  ada = (await makeParticipantPair()).publicKey
  ben = (await makeParticipantPair()).publicKey
})

/** Encrypts a card of somebody who has the room key and keeps to no rule. */
function forge(card: unknown, participantId = ada.participantId): string {
  const key = derive(Buffer.from(roomKey), 'card', ROOM)
  return `c2.3.${seal(key, ['card', ROOM, 3, participantId], pad('card', JSON.stringify(card)))}`
}

test('a card is read by those who have the keys of its epoch', async () => {
  for (const name of ['Ada', '"\\"'.repeat(10), '👩‍🚀', null]) {
    const card: Card = { name, publicKey: ada, keeps: true }
    expect(await decryptCard(keys, ada.participantId, await encryptCard(keys, card))).toEqual(card)
  }
})

test('a card has one of two lengths, whatever the name, and fits its limit in the last epoch', async () => {
  const last = await EpochKeys.fromKey({ roomId: ROOM, epoch: EPOCHS_MAX }, roomKey)
  const lengths = new Set<number>()
  for (const name of ['A', 'A'.repeat(ALIAS_MAX), '日'.repeat(ALIAS_MAX), '👋'.repeat(ALIAS_MAX)]) {
    const card = await encryptCard(last, { name, publicKey: ada, keeps: false })
    expect(card.length).toBeLessThanOrEqual(CARD_MAX)
    lengths.add(decode(card.slice('c2.4096.'.length)).length - 28)
  }
  expect([...lengths]).toEqual([256, 512])
  await expect(encryptCard(keys, { name: 'A'.repeat(500), publicKey: ada, keeps: false })).rejects.toThrow(
    RangeError,
  )
})

test('a card with another’s key is refused, also by whoever has the room key', async () => {
  const card = { v: 2, name: 'Ada', key: ada.text, keeps: true }
  expect(await decryptCard(keys, ada.participantId, forge(card))).not.toBeNull()
  expect(await decryptCard(keys, ada.participantId, forge({ ...card, key: ben.text }))).toBeNull()
  expect(await decryptCard(keys, ben.participantId, forge(card, ben.participantId))).toBeNull()
})

test('a card that is moved is refused', async () => {
  const card = await encryptCard(keys, { name: 'Ada', publicKey: ada, keeps: true })
  const elsewhere = await EpochKeys.fromKey({ roomId: `${ROOM.slice(1)}x`, epoch: 3 }, roomKey)
  const later = await EpochKeys.fromKey({ roomId: ROOM, epoch: 4 }, roomKey)
  const others = await EpochKeys.fromKey({ roomId: ROOM, epoch: 3 }, makeRoomKey())
  expect(await decryptCard(keys, ben.participantId, card)).toBeNull()
  expect(await decryptCard(elsewhere, ada.participantId, card)).toBeNull()
  expect(await decryptCard(later, ada.participantId, card)).toBeNull()
  expect(await decryptCard(later, ada.participantId, card.replace('c2.3.', 'c2.4.'))).toBeNull()
  expect(await decryptCard(others, ada.participantId, card)).toBeNull()
})

test('a damaged card is refused, and nothing throws', async () => {
  const card = await encryptCard(keys, { name: 'Ada', publicKey: ada, keeps: true })
  for (const damaged of damage(card)) expect(await decryptCard(keys, ada.participantId, damaged)).toBeNull()
})

test('a card that says something else than a card is refused', async () => {
  const card = { v: 2, name: 'Ada', key: ada.text, keeps: true }
  for (const odd of [
    null,
    2,
    [],
    'card',
    {},
    { ...card, v: 3 },
    { ...card, v: '2' },
    { ...card, name: undefined },
    { ...card, name: 7 },
    { ...card, name: 'A'.repeat(ALIAS_MAX + 1) },
    { ...card, name: '\ud83d' },
    { ...card, key: null },
    { ...card, key: [ada.text] },
    { ...card, key: { toString: 1 } },
    { ...card, keeps: 1 },
    { ...card, keeps: undefined },
  ])
    expect(await decryptCard(keys, ada.participantId, forge(odd)), JSON.stringify(odd)).toBeNull()
  expect(
    await decryptCard(keys, ada.participantId, forge({ ...card, later: { is: 'ignored' } })),
  ).not.toBeNull()
})

test('a name that nobody may choose is not shown, and its card counts', async () => {
  for (const name of ['', ' ', 'A\u200bda', 'Ada\u202e', 'A\nda\u0000'])
    expect(
      await decryptCard(keys, ada.participantId, forge({ v: 2, name, key: ada.text, keeps: true })),
    ).toEqual({
      name: null,
      publicKey: ada,
      keeps: true,
    })
})

test('whatever somebody with the room key puts into a card, reading it does not throw', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ v: fc.constant(2), name: fc.jsonValue(), key: fc.jsonValue(), keeps: fc.jsonValue() }),
      async (card) => {
        if (JSON.stringify(card).length > 300) return
        expect(await decryptCard(keys, ada.participantId, forge(card))).toBeNull()
      },
    ),
  )
})
