import { expect, test } from 'vitest'
import { MemoryKeyStore } from '../../../test/support/memory-key-store.ts'
import { encryptCard } from '../../crypto/card.ts'
import { encryptDoorCard } from '../../crypto/door-card.ts'
import { encryptBack } from '../../crypto/epoch-chain.ts'
import { EpochKeys } from '../../crypto/epoch-keys.ts'
import { makeRoomKey } from '../../crypto/room-key.ts'
import { makeLink } from './make-link.ts'
import { MemberCards } from './member-cards.ts'
import { MemberKeys } from './member-keys.ts'
import { openOlderEpochs } from './take-epochs.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const NO_DOOR = { door: null, password: null }

test('a card of an epoch from before one came is opened, and nothing is asked for where it is of this epoch', async () => {
  const [before, now] = [makeRoomKey(), makeRoomKey()]
  const host = await MemberKeys.makeKeys(ROOM, new MemoryKeyStore())
  await host.takeKey({ epoch: 1, key: before }, NO_DOOR)
  const card = { name: 'Ada', publicKey: host.pair.publicKey, keeps: true }
  const older = await encryptCard(host.currentKeys, card)
  const keysNow = await EpochKeys.fromKey({ roomId: ROOM, epoch: 2 }, now)
  const newcomer = await MemberKeys.makeKeys(ROOM, new MemoryKeyStore())
  await newcomer.takeKey({ epoch: 2, key: now }, NO_DOOR)
  const back = await encryptBack(keysNow, before)
  let asked = 0
  const cards = new MemberCards(newcomer, {
    openOlderEpochs: async () => {
      asked += 1
      await openOlderEpochs(newcomer, [{ epoch: 2, by: '', at: 0, wrap: null, back, check: '', key: null }])
    },
    fetchDoorKey: async () => null,
  })
  const { participantId } = host
  const renewed = await encryptCard(keysNow, card)
  expect((await cards.openCard({ participantId, card: renewed }))?.name).toBe('Ada')
  expect(asked).toBe(0)
  expect((await cards.openCard({ participantId, card: older }))?.name).toBe('Ada')
  expect(asked).toBe(1)
})

test('a card that was made at the door is opened by the link that lives; the room is asked where its key is not here', async () => {
  const key = makeRoomKey()
  const [before, now] = [
    await makeLink({ roomId: ROOM, epoch: 1 }, key, null),
    await makeLink({ roomId: ROOM, epoch: 1 }, key, null),
  ]
  const member = await MemberKeys.makeKeys(ROOM, new MemoryKeyStore())
  await member.takeKey({ epoch: 1, key }, { door: now.door, password: null })
  const asked: string[] = []
  let fetched = before.door.doorKey
  const cards = new MemberCards(member, {
    openOlderEpochs: async () => void asked.push('epochs'),
    fetchDoorKey: async () => {
      asked.push('door key')
      return fetched
    },
  })
  const newcomer = await MemberKeys.makeKeys(ROOM, new MemoryKeyStore())
  const { participantId } = newcomer
  const content = { name: 'Ada', publicKey: newcomer.pair.publicKey, keeps: true }
  const ofNow = await encryptDoorCard(now.door.doorKey, ROOM, content)
  expect((await cards.openCard({ participantId, card: ofNow }))?.name).toBe('Ada')
  expect(asked).toEqual([])
  const another = await encryptDoorCard(before.door.doorKey, ROOM, { ...content, name: 'Grace' })
  expect((await cards.openCard({ participantId, card: another }))?.name).toBe('Grace')
  expect(asked).toEqual(['door key'])
  // Neither opens it: what was shown before stays.
  fetched = now.door.doorKey
  const dead = await encryptDoorCard(before.door.doorKey, ROOM, { ...content, name: 'Eve' })
  expect(await cards.openCard({ participantId, card: dead })).toBe(null)
  expect(cards.findCard(participantId)?.name).toBe('Grace')
  // Once somebody has shown a card of the room key, none from the door takes its place.
  const ofRoom = await encryptCard(member.currentKeys, { ...content, name: 'Barbara' })
  expect((await cards.openCard({ participantId, card: ofRoom }))?.name).toBe('Barbara')
  expect((await cards.openCard({ participantId, card: ofNow }))?.name).toBe('Barbara')
})
