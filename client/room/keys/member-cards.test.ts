import { expect, test } from 'vitest'
import { MemoryKeyStore } from '../../../test/support/memory-key-store.ts'
import { encryptCard } from '../../crypto/card.ts'
import { encryptBack } from '../../crypto/epoch-chain.ts'
import { EpochKeys } from '../../crypto/epoch-keys.ts'
import { makeRoomKey } from '../../crypto/room-key.ts'
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
  const cards = new MemberCards(newcomer, async () => {
    asked += 1
    await openOlderEpochs(newcomer, [{ epoch: 2, by: '', at: 0, wrap: null, back, check: '', key: null }])
  })
  const { participantId } = host
  const renewed = await encryptCard(keysNow, card)
  expect((await cards.openCard({ participantId, card: renewed }))?.name).toBe('Ada')
  expect(asked).toBe(0)
  expect((await cards.openCard({ participantId, card: older }))?.name).toBe('Ada')
  expect(asked).toBe(1)
})
