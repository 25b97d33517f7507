import { expect, test } from 'vitest'
import { makeIdleCipher } from '../../../test/support/idle-cipher.ts'
import { MemoryKeyStore } from '../../../test/support/memory-key-store.ts'
import { refused } from '../../../test/support/room-fixture.ts'
import { importPassword } from '../../crypto/password-key.ts'
import { makeRoomKey } from '../../crypto/room-key.ts'
import { makeLink } from './make-link.ts'
import { MemberKeys } from './member-keys.ts'
import { removeForGood } from './rotation-commands.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'

/** A room whose link has a password, which this page knows or not. What is asked of the room is unreachable. */
async function begin({ linkHas, known }: { linkHas: string | null; known: string | null }) {
  const key = makeRoomKey()
  const link = await makeLink({ roomId: ROOM, epoch: 1 }, key, linkHas ? await importPassword(linkHas) : null)
  const keys = await MemberKeys.makeKeys(ROOM, new MemoryKeyStore())
  const password = known ? await importPassword(known) : null
  await keys.takeKey({ epoch: 1, key }, { door: link.door, password })
  const cipher = makeIdleCipher(keys)
  return { cipher: () => cipher, runCommand: async () => refused('unreachable') }
}

const RIGHT = 'correct horse'

// What is typed, and whether the rotation goes on or asks for the password first.
test.each([
  { linkHas: null, known: null, typed: '', code: 'unreachable' },
  { linkHas: RIGHT, known: RIGHT, typed: '', code: 'unreachable' },
  { linkHas: RIGHT, known: 'of a link before', typed: '', code: 'password-required' },
  { linkHas: RIGHT, known: null, typed: '', code: 'password-required' },
  { linkHas: RIGHT, known: null, typed: RIGHT, code: 'unreachable' },
  { linkHas: RIGHT, known: RIGHT, typed: 'another', code: 'password-required' },
])('password of the link: $linkHas; known: $known; typed: "$typed"', async (scene) => {
  const room = await begin(scene)
  expect((await removeForGood(room, 'somebody', scene.typed)).refusal?.code).toBe(scene.code)
})
