import { expect, test } from 'vitest'
import { makeLinkKey } from '../../test/support/link-key.ts'
import { deriveAdmissionSecret, hashAdmissionSecret } from './admission.ts'
import type { LinkKey } from './link-key.ts'
import { storeOwnLinkKey } from './store-own-link-key.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const KEY = makeLinkKey()
const ADMISSION = await hashAdmissionSecret(await deriveAdmissionSecret(KEY))

/** Stores a key for a room of Ada's; `admission` is the hash that the room stores. */
async function storeKey(linkKey: LinkKey, admission: string | null, isKept = true) {
  const accounts: string[] = []
  const api = {
    fetchAccount: async () => ({ ok: true as const, value: { accountId: 'ada' } as never }),
    fetchOwnRoom: async () => ({ ok: true as const, value: { roomId: ROOM, admission } as never }),
  }
  const store = (accountId: string) => {
    accounts.push(accountId)
    return isKept
  }
  const { is } = await storeOwnLinkKey({ api, roomId: ROOM, linkKey, store })
  return { is, accounts }
}

test('the key of an invite link is stored for the account that planned the room', async () => {
  expect(await storeKey(KEY, ADMISSION)).toEqual({ is: 'stored', accounts: ['ada'] })
})

test('another key is not', async () => {
  expect(await storeKey(makeLinkKey(), ADMISSION)).toEqual({ is: 'wrong-key', accounts: [] })
})

test('in a room that asks for no proof of its invite link every key is', async () => {
  expect((await storeKey(makeLinkKey(), null)).is).toBe('stored')
})

test('where the browser stores nothing that is said', async () => {
  expect((await storeKey(KEY, ADMISSION, false)).is).toBe('in-memory')
})

test('a room of somebody else is refused, and nothing is stored', async () => {
  const api = {
    fetchAccount: async () => ({ ok: true as const, value: { accountId: 'ada' } as never }),
    fetchOwnRoom: async () => ({ ok: false as const, refusal: { code: 'room-not-found' } }) as const,
  }
  const store = () => expect.fail('it was stored')
  expect(await storeOwnLinkKey({ api, roomId: ROOM, linkKey: KEY, store })).toEqual({
    is: 'refused',
    refusal: { code: 'room-not-found' },
  })
})
