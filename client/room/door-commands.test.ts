import { expect, test } from 'vitest'
import { makeIdleCipher } from '../../test/support/idle-cipher.ts'
import { MemoryKeyStore, makeForgetfulKeyStore } from '../../test/support/memory-key-store.ts'
import { makeRoomApi } from '../net/room-api.ts'
import { setDoor } from './door-commands.ts'
import { MemberKeys } from './keys/member-keys.ts'
import { emptyRoom } from './room-state.ts'

const ROOM_ID = 'V1StGXR8_Z5jdHi6B-myT'

test.each([
  { browser: 'keeps keys', store: new MemoryKeyStore(), code: 'not-allowed', calls: 1 },
  { browser: 'keeps none', store: makeForgetfulKeyStore(), code: 'keys-not-kept', calls: 0 },
])('a browser that $browser closes the door: $code', async ({ store, code, calls }) => {
  let asked = 0
  const api = makeRoomApi({
    base: 'https://chat.example/',
    async fetch() {
      asked += 1
      return Response.json({ error: { code: 'not-allowed' } }, { status: 403 })
    },
  })
  const cipher = makeIdleCipher(await MemberKeys.openKeys(ROOM_ID, store))
  const reply = await setDoor(
    { state: emptyRoom(), cipher: () => cipher, runCommand: (call) => call(api, ROOM_ID) },
    'knock',
  )
  expect([reply.refusal?.code, asked]).toEqual([code, calls])
})
