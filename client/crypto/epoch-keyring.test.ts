import { beforeAll, expect, test } from 'vitest'
import { damage } from '../../test/support/damage.ts'
import { toBase64Url } from './base64url.ts'
import { decryptBack, encryptBack } from './epoch-chain.ts'
import { deriveCheck } from './epoch-check.ts'
import type { MessageContent } from './epoch-envelope.ts'
import { EpochKeyring } from './epoch-keyring.ts'
import { EpochKeys } from './epoch-keys.ts'
import { importRoomKey, makeRoomKey, readRoomKey } from './room-key.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const roomKeys = [makeRoomKey(), makeRoomKey(), makeRoomKey()] as const
const address = { participantId: 'a1B2c3D4e5F6g7H8i9J0k', id: 'm1' }
const content: MessageContent = { name: 'Ada', at: 7, seen: null, text: 'hello' }
const keysOf = (epoch: 1 | 2 | 3) =>
  EpochKeys.fromKey({ roomId: ROOM, epoch }, roomKeys[epoch - 1] ?? makeRoomKey())

/** A keyring with these epochs, added in this order. */
async function keyringOf(...epochs: readonly (1 | 2 | 3)[]): Promise<EpochKeyring> {
  const keyring = new EpochKeyring(ROOM)
  for (const epoch of epochs) await keyring.addEpoch(epoch, roomKeys[epoch - 1] ?? makeRoomKey())
  return keyring
}

let all: EpochKeyring
beforeAll(async () => {
  all = await keyringOf(1, 2, 3)
})

test('a keyring encrypts with its highest epoch, in whatever order they came', async () => {
  for (const order of [
    [1, 2, 3],
    [3, 2, 1],
    [2, 3, 1],
  ] as const) {
    const keyring = await keyringOf(...order)
    expect(keyring.current?.epoch).toBe(3)
    const envelope = await keyring.encryptMessage(address, content)
    expect(envelope).toMatch(/^e2\.3\./)
    expect(await all.decryptMessage(address, envelope)).toEqual({ is: 'text', content })
    expect(await keyring.encryptStoredText('draft', 'hi')).toMatch(/^3\./)
  }
})

test('a keyring reads every epoch that it has, and says which it has not', async () => {
  const envelopes = await Promise.all(
    ([1, 2, 3] as const).map(async (epoch) => (await keyringOf(epoch)).encryptMessage(address, content)),
  )
  for (const envelope of envelopes)
    expect(await all.decryptMessage(address, envelope)).toEqual({ is: 'text', content })
  const newcomer = await keyringOf(2)
  const seen = await Promise.all(envelopes.map((envelope) => newcomer.decryptMessage(address, envelope)))
  expect(seen).toEqual([
    { is: 'no-key', epoch: 1 },
    { is: 'text', content },
    { is: 'no-key', epoch: 3 },
  ])
})

test('an epoch has one key, and never another', async () => {
  const keyring = await keyringOf(1, 2)
  const check = keyring.getCheck(2)
  expect(await keyring.addEpoch(2, makeRoomKey())).toBeNull()
  expect(keyring.getCheck(2)).toBe(check)
  expect(await keyring.addEpoch(2, roomKeys[1])).toBe(check)
  expect(await all.decryptMessage(address, await keyring.encryptMessage(address, content))).toMatchObject({
    is: 'text',
  })
})

test('of two keys that are offered for an epoch at once, one is taken', async () => {
  const keyring = new EpochKeyring(ROOM)
  const checks = await Promise.all([keyring.addEpoch(1, makeRoomKey()), keyring.addEpoch(1, makeRoomKey())])
  expect(checks.filter((check) => check !== null)).toEqual([keyring.getCheck(1)])
  expect(keyring.current).toBe(keyring.getEpoch(1))
})

test('a key that can not be taken out reads what it read before', async () => {
  const kept = structuredClone(await importRoomKey(roomKeys[0]))
  await expect(crypto.subtle.exportKey('raw', kept)).rejects.toThrow()
  const keyring = new EpochKeyring(ROOM)
  expect(await keyring.addEpoch(1, kept)).toBe(all.getCheck(1))
  const envelope = await (await keyringOf(1)).encryptMessage(address, content)
  expect(await keyring.decryptMessage(address, envelope)).toEqual({ is: 'text', content })
})

test('an envelope of version 1 is not read, and text that is none is called plain', async () => {
  expect(await all.decryptMessage(address, 'hello')).toEqual({ is: 'plain', text: 'hello' })
  for (const envelope of ['e1.AAAA', 'e3.1.AAAA', 'e2.0.AAAA', 'e2.AAAA'])
    expect(await all.decryptMessage(address, envelope)).toEqual({ is: 'unreadable' })
})

test('a keyring without a key encrypts nothing', async () => {
  const keyring = new EpochKeyring(ROOM)
  expect(keyring.current).toBeNull()
  expect(() => keyring.encryptMessage(address, content)).toThrow()
  await expect(keyring.encryptStoredText('draft', 'hi')).rejects.toThrow()
})

test('a stored text is read under its name, also after a rotation, and nowhere else', async () => {
  const stored = await (await keyringOf(2)).encryptStoredText('draft', 'hé')
  expect(await all.decryptStoredText('draft', stored)).toBe('hé')
  expect(await all.decryptStoredText('outbox', stored)).toBeNull()
  expect(await (await keyringOf(3)).decryptStoredText('draft', stored)).toBeNull()
  const elsewhere = new EpochKeyring(`${ROOM.slice(1)}x`)
  await elsewhere.addEpoch(2, roomKeys[1])
  expect(await elsewhere.decryptStoredText('draft', stored)).toBeNull()
  for (const damaged of [...damage(stored), stored.replace('2.', '3.')])
    expect(await all.decryptStoredText('draft', damaged)).toBeNull()
})

test('whoever has an epoch gets the key of the one before, and no other', async () => {
  const keys = await keysOf(3)
  const back = await encryptBack(keys, roomKeys[1])
  expect(await decryptBack(keys, back)).toEqual(roomKeys[1])
  expect(await decryptBack(await keysOf(2), back)).toBeNull()
  const renumbered = await EpochKeys.fromKey({ roomId: ROOM, epoch: 2 }, roomKeys[2])
  expect(await decryptBack(renumbered, back)).toBeNull()
  const elsewhere = await EpochKeys.fromKey({ roomId: `${ROOM.slice(1)}x`, epoch: 3 }, roomKeys[2])
  expect(await decryptBack(elsewhere, back)).toBeNull()
  for (const damaged of damage(back)) expect(await decryptBack(keys, damaged)).toBeNull()
})

test('the check of an epoch tells its key from every other, and is none', async () => {
  const checks = await Promise.all(
    ([1, 2, 3] as const).map(async (epoch) => deriveCheck(await keysOf(epoch))),
  )
  expect(new Set([...checks, ...roomKeys.map(toBase64Url)]).size).toBe(6)
  expect(checks).toEqual([1, 2, 3].map((epoch) => all.getCheck(epoch)))
})

test('a room key is 32 bytes', () => {
  expect(makeRoomKey()).not.toEqual(makeRoomKey())
  expect(readRoomKey(new Uint8Array(roomKeys[0]))).toEqual(roomKeys[0])
  for (const bytes of [null, new Uint8Array(), new Uint8Array(31), new Uint8Array(33)])
    expect(readRoomKey(bytes)).toBeNull()
})
