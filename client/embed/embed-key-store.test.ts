import { expect, test } from 'vitest'
import { MemoryKeyStore } from '../../test/support/memory-key-store.ts'
import { MemberKeys } from '../room/keys/member-keys.ts'
import { makeEmbedKeyStore } from './embed-key-store.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'

test('an embed and the room’s own page keep a seat’s keys each, where the browser lets them share a store', async () => {
  const shared = new MemoryKeyStore()
  const embed = makeEmbedKeyStore(shared)
  const { pair } = await MemberKeys.makeKeys(ROOM, shared)
  const record = {
    roomId: ROOM,
    publicKey: 'of the page',
    privateKey: pair.privateKey,
    epochs: [],
    door: null,
    password: null,
    removedIds: [],
    managerIds: [],
    closedFor: null,
    hasLocked: false,
    expiresAt: 1_000,
  }
  await shared.writeRecord(record)
  expect(await embed.readRecord(ROOM)).toBeNull()
  expect(await embed.writeRecord({ ...record, publicKey: 'of the embed' })).toBe(true)
  expect(await embed.readRecord(ROOM)).toEqual({ ...record, publicKey: 'of the embed' })
  expect(await shared.readRecord(ROOM)).toEqual(record)
  await embed.deleteRecord(ROOM)
  expect(await embed.readRecord(ROOM)).toBeNull()
  expect(await shared.readRecord(ROOM)).toEqual(record)
})
