import { expect, test } from 'vitest'
import { makeFakeStorage } from '../../test/support/fake-storage.ts'
import { makeLinkKey } from '../../test/support/link-key.ts'
import { MemoryKeyStore } from '../../test/support/memory-key-store.ts'
import { makeRoomKey } from '../crypto/room-key.ts'
import { openStoredLinkKeys } from '../crypto/stored-link-keys.ts'
import { makeAccountApi } from '../net/account-api.ts'
import { MemberKeys } from '../room/keys/member-keys.ts'
import { deleteAccount } from './delete-account.ts'

const OWN = 'own-room-000000000000'
const OTHER = 'others-room-000000000'

/** A browser that keeps keys of a room of the account and of another room, and a server that refuses some calls. */
async function begin(refused?: 'GET' | 'DELETE') {
  const store = new MemoryKeyStore()
  for (const roomId of [OWN, OTHER]) {
    const keys = await MemberKeys.makeKeys(roomId, store)
    await keys.takeKey({ epoch: 1, key: makeRoomKey() }, { door: null, password: null })
  }
  const storage = makeFakeStorage(new Map())
  const linkKeys = () => openStoredLinkKeys('ada', storage)
  linkKeys().storeLinkKey(OWN, makeLinkKey())
  const asked: string[] = []
  const api = makeAccountApi({
    async fetch(_, { method = 'GET' } = {}) {
      asked.push(method)
      if (method === refused)
        return Response.json({ error: { code: 'wrong-password', message: 'no' } }, { status: 403 })
      if (method === 'DELETE') return new Response(null, { status: 204 })
      return Response.json({ accountId: 'ada', rooms: [{ roomId: OWN }], serverTime: 0 })
    },
  })
  const reply = await deleteAccount({ api, accountId: 'ada', store, storage }, 'the password')
  const records = await Promise.all([OWN, OTHER].map((roomId) => store.readRecord(roomId)))
  return {
    reply,
    asked,
    kept: records.map((record) => record !== null),
    hasLinkKey: linkKeys().findLinkKey(OWN) !== null,
  }
}

test('with the account the keys of its rooms are forgotten, and those of no other room', async () => {
  const { reply, kept, hasLinkKey } = await begin()
  expect([reply.ok, kept, hasLinkKey]).toEqual([true, [false, true], false])
})

test('an account that is not deleted loses no keys', async () => {
  const { reply, kept, hasLinkKey } = await begin('DELETE')
  expect([reply.ok, kept, hasLinkKey]).toEqual([false, [true, true], true])
})

test('where the rooms can’t be listed, the account is not deleted', async () => {
  const { reply, asked, kept } = await begin('GET')
  expect([reply.ok, asked, kept]).toEqual([false, ['GET'], [true, true]])
})
