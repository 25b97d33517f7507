import { beforeAll, expect, test } from 'vitest'
import { isDoorCard } from '../../protocol/door-card.ts'
import { CARD_MAX } from '../../protocol/key-limits.ts'
import { ALIAS_MAX } from '../../protocol/limits.ts'
import { damage } from '../../test/support/damage.ts'
import { decode, derive, pad, seal } from '../../test/support/epoch-crypto.ts'
import { type Card, decryptCard, encryptCard } from './card.ts'
import { decryptDoorCard, encryptDoorCard } from './door-card.ts'
import { decryptDoorKey, encryptDoorKey } from './door-key.ts'
import { EpochKeys } from './epoch-keys.ts'
import { makeEpochLinkKey } from './epoch-link.ts'
import { type DoorKey, deriveDoorKey, importInviteSecret } from './invite.ts'
import { makeParticipantPair, type PublicKey } from './participant-pair.ts'
import { makeRoomKey } from './room-key.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
let doorKey: DoorKey
let ada: PublicKey
let ben: PublicKey

const makeDoorKey = async () => deriveDoorKey(await importInviteSecret(makeEpochLinkKey(), null), ROOM)

beforeAll(async () => {
  doorKey = await makeDoorKey()
  ada = (await makeParticipantPair()).publicKey
  ben = (await makeParticipantPair()).publicKey
})

const listed = (card: string, { participantId } = ada) => ({ participantId, card })

test('a card that was made at the door is read by those who have the door key of the link', async () => {
  for (const name of ['Ada', null]) {
    const card: Card = { name, publicKey: ada, keeps: true }
    const text = await encryptDoorCard(doorKey, ROOM, card)
    expect(isDoorCard(text)).toBe(true)
    expect(await decryptDoorCard(doorKey, ROOM, listed(text))).toEqual(card)
  }
})

test('it has one of two lengths, and fits the limit of cards', async () => {
  const lengths = new Set<number>()
  for (const name of ['A', '日'.repeat(ALIAS_MAX), '👋'.repeat(ALIAS_MAX)]) {
    const card = await encryptDoorCard(doorKey, ROOM, { name, publicKey: ada, keeps: false })
    expect(card.length).toBeLessThanOrEqual(CARD_MAX)
    lengths.add(decode(card.slice('d2.'.length)).length - 28)
  }
  expect([...lengths]).toEqual([256, 512])
})

test('it is refused in another room, for another participant, by another link, and damaged', async () => {
  const card = await encryptDoorCard(doorKey, ROOM, { name: 'Ada', publicKey: ada, keeps: true })
  expect(await decryptDoorCard(doorKey, `${ROOM.slice(1)}x`, listed(card))).toBeNull()
  expect(await decryptDoorCard(doorKey, ROOM, listed(card, ben))).toBeNull()
  expect(await decryptDoorCard(await makeDoorKey(), ROOM, listed(card))).toBeNull()
  for (const damaged of damage(card)) expect(await decryptDoorCard(doorKey, ROOM, listed(damaged))).toBeNull()
})

test('whoever has the door key can’t make a card with another’s key', async () => {
  const forge = (key: string) => {
    const body = pad('card', JSON.stringify({ v: 2, name: 'Ada', key, keeps: true }))
    const lines = ['door-card', ROOM, ada.participantId]
    return `d2.${seal(derive(Buffer.from(doorKey), 'card', ROOM), lines, body)}`
  }
  expect(await decryptDoorCard(doorKey, ROOM, listed(forge(ada.text)))).not.toBeNull()
  expect(await decryptDoorCard(doorKey, ROOM, listed(forge(ben.text)))).toBeNull()
})

test('neither kind of card is taken for the other, also where one key were both', async () => {
  const keys = await EpochKeys.fromKey({ roomId: ROOM, epoch: 2 }, doorKey)
  const card: Card = { name: 'Ada', publicKey: ada, keeps: true }
  const [ofRoom, ofDoor] = [await encryptCard(keys, card), await encryptDoorCard(doorKey, ROOM, card)]
  expect(isDoorCard(ofRoom)).toBe(false)
  for (const text of [ofRoom, ofRoom.replace('c2.2.', 'd2.')])
    expect(await decryptDoorCard(doorKey, ROOM, listed(text))).toBeNull()
  for (const text of [ofDoor, ofDoor.replace('d2.', 'c2.2.')])
    expect(await decryptCard(keys, ada.participantId, text)).toBeNull()
})

test('the door key is read by those who have the room key of its epoch, and by nobody else', async () => {
  const roomKey = makeRoomKey()
  const keys = await EpochKeys.fromKey({ roomId: ROOM, epoch: 2 }, roomKey)
  const encrypted = await encryptDoorKey(keys, doorKey)
  expect(await decryptDoorKey(keys, encrypted)).toEqual(doorKey)
  for (const others of [
    await EpochKeys.fromKey({ roomId: ROOM, epoch: 3 }, roomKey),
    await EpochKeys.fromKey({ roomId: `${ROOM.slice(1)}x`, epoch: 2 }, roomKey),
    await EpochKeys.fromKey({ roomId: ROOM, epoch: 2 }, makeRoomKey()),
  ])
    expect(await decryptDoorKey(others, encrypted)).toBeNull()
  for (const damaged of damage(encrypted)) expect(await decryptDoorKey(keys, damaged)).toBeNull()
})
