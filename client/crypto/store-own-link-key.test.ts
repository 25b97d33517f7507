import { expect, test } from 'vitest'
import { deriveAdmissionSecret, hashAdmissionSecret } from './admission.ts'
import { makeLinkKey } from './hkdf.ts'
import { storeOwnLinkKey } from './store-own-link-key.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const KEY = makeLinkKey()
const ADMISSION = await hashAdmissionSecret(await deriveAdmissionSecret(KEY))

/** Keeps `key` for a room of Ada's; `admission` is the hash that the room stores. */
async function keep(key: string, admission: string | null, storage = true) {
  const kept: string[] = []
  const api = {
    account: async () => ({ value: { accountId: 'ada' } as never }),
    room: async () => ({ value: { roomId: ROOM, admission } as never }),
  }
  const outcome = await storeOwnLinkKey(api, ROOM, key, (accountId) => {
    kept.push(accountId)
    return storage
  })
  return { outcome, kept }
}

test('the key of a link is kept for the account that planned the room', async () => {
  expect(await keep(KEY, ADMISSION)).toEqual({ outcome: 'kept', kept: ['ada'] })
})

test('another key is not', async () => {
  expect(await keep(makeLinkKey(), ADMISSION)).toEqual({ outcome: 'wrong-key', kept: [] })
})

test('in a room that asks for no proof of its link every key is', async () => {
  expect((await keep(makeLinkKey(), null)).outcome).toBe('kept')
})

test('where the browser keeps nothing that is said', async () => {
  expect((await keep(KEY, ADMISSION, false)).outcome).toBe('only-here')
})

test('a room of somebody else is refused, and nothing is kept', async () => {
  const api = {
    account: async () => ({ value: { accountId: 'ada' } as never }),
    room: async () => ({ refusal: { code: 'room-not-found' } }) as const,
  }
  expect(await storeOwnLinkKey(api, ROOM, KEY, () => expect.fail('it was kept'))).toEqual({
    code: 'room-not-found',
  })
})
