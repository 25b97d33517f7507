import { expect, test } from 'vitest'
import { importPassword } from '../../../client/crypto/password-key.ts'
import { makeRoomKey } from '../../../client/crypto/room-key.ts'
import { makeFirstEpoch } from '../../../client/room/keys/make-first-epoch.ts'
import { MemberKeys } from '../../../client/room/keys/member-keys.ts'
import { loadSeatKeys, makeSeatKeyStore } from './seat-keys.ts'

/** Somebody who made a room and rotated its keys once. */
async function makeMember(password?: string) {
  const store = makeSeatKeyStore()
  const made = await makeFirstEpoch(store, password, {}, Date.now() + 60_000)
  if (!made.ok) throw new Error('no keys were made')
  const { keys } = made.value
  await keys.takeKey({ epoch: 2, key: makeRoomKey() }, { door: keys.door, password: keys.password })
  return { store, keys, roomId: keys.roomId }
}

test('keys that were kept as JSON are the same: the pair, every epoch, and the link', async () => {
  const { store, keys, roomId } = await makeMember()
  const text = JSON.stringify(store.toJson())
  const again = await loadSeatKeys(roomId, JSON.parse(text), undefined)
  if (!again) throw new Error('the keys were not taken')
  const loaded = await MemberKeys.loadKeys(roomId, again)
  expect([loaded?.participantId, loaded?.epoch, loaded?.keeps]).toEqual([keys.participantId, 2, true])
  expect(loaded?.door).toEqual(keys.door)
  for (const epoch of [1, 2]) expect(loaded?.keyring.getCheck(epoch)).toBe(keys.keyring.getCheck(epoch))
  expect(JSON.stringify(again.toJson())).toBe(text)
  // What was kept can itself be kept again after the next rotation.
  await loaded?.takeKey({ epoch: 3, key: makeRoomKey() }, { door: null, password: null })
  expect(again.toJson()?.epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3])
  expect(again.toJson()?.door).toBeNull()
})

test('the password comes back with what was typed, so that keys rotate without asking', async () => {
  const { store, roomId } = await makeMember('correct horse')
  const json = store.toJson()
  if (!json) throw new Error('there are no keys')
  const [known, unknown] = await Promise.all(
    ['correct horse', undefined].map((typed) => loadSeatKeys(roomId, json, typed)),
  )
  const passwordOf = async (from: typeof known) => (await from?.readRecord(roomId))?.password
  expect((await passwordOf(known))?.algorithm).toEqual((await importPassword('any')).algorithm)
  expect(await passwordOf(unknown)).toBeNull()
})

test('keys that are not whole are not taken', async () => {
  const { store, roomId } = await makeMember()
  const json = store.toJson()
  if (!json?.door) throw new Error('there are no keys')
  const damaged = [
    { ...json, privateKey: json.privateKey.slice(4) },
    { ...json, epochs: [{ epoch: 1, key: 'AAAA' }] },
    { ...json, door: { ...json.door, link: '2short' } },
  ]
  for (const each of damaged) expect(await loadSeatKeys(roomId, each, undefined)).toBeNull()
})

test('an empty store has nothing to keep, and another pair takes nothing over', async () => {
  const store = makeSeatKeyStore()
  expect(store.toJson()).toBeUndefined()
  const { keys } = await makeMember()
  const first = await MemberKeys.makeKeys(keys.roomId, store)
  await first.takeKey({ epoch: 1, key: makeRoomKey() }, { door: null, password: null })
  const second = await MemberKeys.makeKeys(keys.roomId, store)
  await store.writeRecord({
    ...((await store.readRecord(keys.roomId)) ?? expect.unreachable()),
    publicKey: second.pair.publicKey.text,
    privateKey: second.pair.privateKey,
    epochs: [],
  })
  expect(store.toJson()).toMatchObject({ publicKey: second.pair.publicKey.text, epochs: [] })
})
