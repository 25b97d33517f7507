import { expect, test } from 'vitest'
import type { Epoch } from '../../../protocol/epochs.ts'
import { MemoryKeyStore, makeForgetfulKeyStore } from '../../../test/support/memory-key-store.ts'
import type { KeyStore } from '../../browser/key-store.ts'
import { encryptBack } from '../../crypto/epoch-chain.ts'
import { deriveCheck } from '../../crypto/epoch-check.ts'
import { EpochKeys } from '../../crypto/epoch-keys.ts'
import { makeRoomKey, type RoomKey } from '../../crypto/room-key.ts'
import { wrapRoomKey } from '../../crypto/wrap.ts'
import { MemberKeys } from './member-keys.ts'
import { openOlderEpochs, takeEpochs } from './take-epochs.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const NO_LINK = { door: null, password: null }
const nobody = () => false
const everybody = () => true

/** Somebody who came in the first epoch. */
async function makeMember(key: RoomKey, store: KeyStore = new MemoryKeyStore()) {
  const keys = await MemberKeys.makeKeys(ROOM, store)
  await keys.takeKey({ epoch: 1, key }, NO_LINK)
  return keys
}

/** A rotator and a member of the first epoch. */
async function begin() {
  const key = makeRoomKey()
  const store = new MemoryKeyStore()
  const [rotator, member] = await Promise.all([makeMember(key), makeMember(key, store)])
  return { key, rotator, member, store }
}

/** What the room lists of a rotation for one member, after which its rotator has the next key. */
async function rotateFor(
  rotator: MemberKeys,
  member: MemberKeys,
  removedIds: readonly string[] = [],
): Promise<Epoch> {
  const key = makeRoomKey()
  const epoch = rotator.epoch + 1
  const next = await EpochKeys.fromKey({ roomId: ROOM, epoch }, key)
  const route = { keys: rotator.currentKeys, epoch, pair: rotator.pair, other: member.pair.publicKey }
  const wrap = await wrapRoomKey(route, { roomKey: key, door: null, removedIds })
  const before = rotator.roomKey
  if (before === null) throw new Error('no key to rotate from')
  const [back, check] = await Promise.all([encryptBack(next, before), deriveCheck(next)])
  await rotator.takeKey({ epoch, key }, NO_LINK)
  return { epoch, by: rotator.participantId, at: 0, wrap, back, check, key: rotator.pair.publicKey.text }
}

const outcomes = (taken: Awaited<ReturnType<typeof takeEpochs>>) =>
  taken.map(({ is, epoch }) => `${epoch} ${is}`)

test('who was away takes the epochs in order, and skips those that are here', async () => {
  const { rotator, member } = await begin()
  const epochs = [await rotateFor(rotator, member), await rotateFor(rotator, member)]
  expect(outcomes(await takeEpochs(member, epochs, everybody))).toEqual(['2 taken', '3 taken'])
  expect([member.epoch, member.roomKey]).toEqual([3, rotator.roomKey])
  expect(await takeEpochs(member, epochs, everybody)).toEqual([])
})

test('an epoch without the one before can’t be opened', async () => {
  const { rotator, member } = await begin()
  const [, third] = [await rotateFor(rotator, member), await rotateFor(rotator, member)]
  expect(outcomes(await takeEpochs(member, [third], everybody))).toEqual(['3 refused'])
  expect(member.epoch).toBe(1)
})

test('only a host’s rotation is taken, and one’s own from another tab', async () => {
  const { rotator, member } = await begin()
  const epoch = await rotateFor(rotator, member)
  expect(outcomes(await takeEpochs(member, [epoch], nobody))).toEqual(['2 refused'])
  member.recordManagers([rotator.participantId])
  expect(outcomes(await takeEpochs(member, [epoch], nobody))).toEqual(['2 taken'])
  const own = await rotateFor(member, member)
  const otherTab = new MemberKeys({ roomId: ROOM, pair: member.pair, store: makeForgetfulKeyStore() })
  await otherTab.takeKey({ epoch: 2, key: rotator.roomKey as RoomKey }, NO_LINK)
  expect(outcomes(await takeEpochs(otherTab, [own], nobody))).toEqual(['3 taken'])
})

test('that a room was locked to rotate is known to the next page and to another tab, until it is unlocked', async () => {
  const { member, store } = await begin()
  const otherTab = await MemberKeys.loadKeys(ROOM, store)
  await member.recordLock(true)
  expect((await MemberKeys.loadKeys(ROOM, store))?.hasLocked).toBe(true)
  await otherTab?.recordLock(false)
  await member.save()
  for (const one of [member, otherTab, await MemberKeys.loadKeys(ROOM, store)])
    expect(one?.hasLocked).toBe(false)
})

test('nothing is taken from who was removed, even where the room lists them as host', async () => {
  const { rotator, member } = await begin()
  member.recordManagers([rotator.participantId])
  member.recordRemoved([rotator.participantId])
  const epoch = await rotateFor(rotator, member)
  expect(outcomes(await takeEpochs(member, [epoch], everybody))).toEqual(['2 refused'])
})

test('who opens a wrap learns whom it names as removed, for ever; but nobody of themselves', async () => {
  const { rotator, member, store } = await begin()
  const removed = await makeMember(makeRoomKey())
  const named = [removed.participantId, member.participantId]
  expect(outcomes(await takeEpochs(member, [await rotateFor(rotator, member, named)], everybody))).toEqual([
    '2 taken',
  ])
  const loaded = await MemberKeys.loadKeys(ROOM, store)
  for (const one of [member, loaded])
    expect(named.map((participantId) => one?.isRemoved(participantId))).toEqual([true, false])
  // Another rotation names them no more, and they stay removed.
  await takeEpochs(member, [await rotateFor(rotator, member)], everybody)
  expect(member.isRemoved(removed.participantId)).toBe(true)
})

test('nothing is taken from whom a wrap names as removed, even if they were given the key by somebody', async () => {
  const { rotator, member, key } = await begin()
  const removed = await makeMember(key)
  await takeEpochs(member, [await rotateFor(rotator, member, [removed.participantId])], everybody)
  await removed.takeKey({ epoch: 2, key: rotator.roomKey as RoomKey }, NO_LINK)
  const theirs = await rotateFor(removed, member)
  expect(outcomes(await takeEpochs(member, [theirs], everybody))).toEqual(['3 refused'])
})

test('a wrap that is refused removes nobody', async () => {
  const { rotator, member, key } = await begin()
  const removed = await makeMember(key)
  const epoch = await rotateFor(rotator, member, [removed.participantId])
  const { check } = await rotateFor(removed, member)
  expect(outcomes(await takeEpochs(member, [{ ...epoch, check }], everybody))).toEqual(['2 refused'])
  expect(outcomes(await takeEpochs(member, [epoch], nobody))).toEqual(['2 refused'])
  expect(member.isRemoved(removed.participantId)).toBe(false)
})

test('an epoch with another check, another’s public key or a damaged wrap is refused', async () => {
  const { rotator, member, key } = await begin()
  const stranger = await makeMember(key)
  const epoch = await rotateFor(rotator, member)
  const damaged: Partial<Epoch>[] = [
    { check: await rotateFor(stranger, member).then(({ check }) => check) },
    { key: stranger.pair.publicKey.text },
    { key: null },
    { by: stranger.participantId },
    { wrap: epoch.wrap?.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) ?? null },
  ]
  for (const one of damaged)
    expect(outcomes(await takeEpochs(member, [{ ...epoch, ...one }], everybody))).toEqual(['2 refused'])
  expect(outcomes(await takeEpochs(member, [epoch], everybody))).toEqual(['2 taken'])
})

test('who is not given a key learns it, and keeps what can be read', async () => {
  const { rotator, member } = await begin()
  const epoch = { ...(await rotateFor(rotator, member)), wrap: null }
  const next = await rotateFor(rotator, member)
  expect(outcomes(await takeEpochs(member, [epoch, next], everybody))).toEqual(['2 not-given', '3 refused'])
  expect(member.epoch).toBe(1)
})

test('an epoch has one key: another is never taken', async () => {
  const { member, key } = await begin()
  expect(await member.takeKey({ epoch: 1, key: makeRoomKey() }, NO_LINK)).toBe(false)
  expect(member.roomKey).toBe(key)
})

test('the keys of an epoch that is over can’t be taken out of the record any more', async () => {
  const { rotator, member, store, key } = await begin()
  expect((await store.readRecord(ROOM))?.epochs).toEqual([{ epoch: 1, key }])
  await takeEpochs(member, [await rotateFor(rotator, member)], everybody)
  const [first, second] = (await store.readRecord(ROOM))?.epochs ?? []
  expect([first?.key instanceof CryptoKey && first.key.extractable, second?.key]).toEqual([
    false,
    member.roomKey,
  ])
})

test('a reload finds the keys of all epochs, who was removed, and who may rotate', async () => {
  const { rotator, member, store } = await begin()
  const before = await member.keyring.encryptStoredText('draft', 'said before')
  member.recordRemoved(['gone'])
  member.recordManagers(['host'])
  member.recordClosedFor('partner')
  await takeEpochs(member, [await rotateFor(rotator, member)], everybody)
  const loaded = await MemberKeys.loadKeys(ROOM, store)
  expect([loaded?.epoch, loaded?.roomKey, loaded?.keeps]).toEqual([2, member.roomKey, true])
  expect([loaded?.participantId, loaded?.closedFor]).toEqual([member.participantId, 'partner'])
  expect([loaded?.isRemoved('gone'), loaded?.isManager('host'), loaded?.isManager('gone')]).toEqual([
    true,
    true,
    false,
  ])
  expect(await loaded?.keyring.decryptStoredText('draft', before)).toBe('said before')
})

test('two tabs with one record: what either has taken is kept, and both come to it', async () => {
  const { rotator, member, store } = await begin()
  const otherTab = await MemberKeys.loadKeys(ROOM, store)
  if (otherTab === null) throw new Error('no keys')
  await takeEpochs(member, [await rotateFor(rotator, member)], everybody)
  otherTab.recordRemoved(['gone'])
  await otherTab.save()
  expect([otherTab.epoch, otherTab.roomKey]).toEqual([2, member.roomKey])
  const third = await rotateFor(otherTab, member)
  expect(outcomes(await takeEpochs(member, [third], nobody))).toEqual(['3 taken'])
  expect(member.isRemoved('gone')).toBe(true)
  expect((await store.readRecord(ROOM))?.epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3])
})

test('a record of an older epoch takes nothing away', async () => {
  const { rotator, member, store } = await begin()
  const older = await store.readRecord(ROOM)
  await takeEpochs(member, [await rotateFor(rotator, member)], everybody)
  if (older) await store.writeRecord(older)
  await member.save()
  const epochs = (await store.readRecord(ROOM))?.epochs
  expect(epochs?.map(({ epoch, key }) => [epoch, key instanceof CryptoKey])).toEqual([
    [1, true],
    [2, false],
  ])
})

test('who came later opens the older epochs by what each holds of the one before, and rotates from the newest', async () => {
  const { rotator, member } = await begin()
  const said = await rotator.keyring.encryptStoredText('draft', 'said first')
  const epochs = [await rotateFor(rotator, member), await rotateFor(rotator, member)]
  const store = new MemoryKeyStore()
  const late = await MemberKeys.makeKeys(ROOM, store)
  await late.takeKey({ epoch: 3, key: rotator.roomKey as RoomKey }, NO_LINK)
  expect(await late.keyring.decryptStoredText('draft', said)).toBeNull()
  await openOlderEpochs(late, epochs)
  expect(await late.keyring.decryptStoredText('draft', said)).toBe('said first')
  expect([late.epoch, late.roomKey]).toEqual([3, rotator.roomKey])
  const kept = (await store.readRecord(ROOM))?.epochs.map(({ epoch, key }) => [
    epoch,
    key instanceof CryptoKey,
  ])
  expect(kept).toEqual([
    [1, true],
    [2, true],
    [3, false],
  ])
})

test('keys are forgotten, and never those of another seat that another tab took', async () => {
  const { member, store, key } = await begin()
  const otherSeat = await makeMember(key, store)
  await member.forget()
  expect((await MemberKeys.loadKeys(ROOM, store))?.participantId).toBe(otherSeat.participantId)
  await otherSeat.forget()
  expect(await MemberKeys.loadKeys(ROOM, store)).toBeNull()
})

test('what was forgotten is not written back, neither by this tab nor by another', async () => {
  const { member, store } = await begin()
  const otherTab = await MemberKeys.loadKeys(ROOM, store)
  const isKept = async () => (await store.readRecord(ROOM)) !== null
  await Promise.all([member.forget(), member.save()])
  await otherTab?.save()
  expect(await isKept()).toBe(false)
  await Promise.all([member.save(), otherTab?.save()])
  expect([await isKept(), member.keeps, otherTab?.keeps]).toEqual([false, false, false])
})

test('what was forgotten is not written later either, where a full disk had kept nothing', async () => {
  const store = new MemoryKeyStore()
  const full = makeForgetfulKeyStore()
  let isFull = true
  const keys = await makeMember(makeRoomKey(), {
    ...full,
    readRecord: (roomId) => store.readRecord(roomId),
    writeRecord: (record) => (isFull ? full : store).writeRecord(record),
  })
  await keys.forget()
  isFull = false
  await keys.save()
  expect(await store.readRecord(ROOM)).toBeNull()
})

test('a record that can’t be read for once is not taken for a forgotten one', async () => {
  const store: KeyStore = new MemoryKeyStore()
  const member = await makeMember(makeRoomKey(), store)
  const readRecord = store.readRecord.bind(store)
  store.readRecord = async () => undefined
  await member.save()
  store.readRecord = readRecord
  member.recordEnd(7_000)
  await member.save()
  expect([member.keeps, (await store.readRecord(ROOM))?.expiresAt]).toEqual([true, 7_000])
})

test('keys of a seat that another tab has taken since are not overwritten by those of the one before', async () => {
  const { member, store, key } = await begin()
  const taken = await makeMember(key, store)
  await member.save()
  expect((await MemberKeys.loadKeys(ROOM, store))?.participantId).toBe(taken.participantId)
})

test('a browser that keeps nothing says so', async () => {
  const keys = await makeMember(makeRoomKey(), makeForgetfulKeyStore())
  expect([keys.keeps, keys.epoch]).toEqual([false, 1])
})
