import { expect, test } from 'vitest'
import type { RefusalCode } from '../../protocol/refusal.ts'
import { makeIdleCipher } from '../../test/support/idle-cipher.ts'
import { MemoryKeyStore } from '../../test/support/memory-key-store.ts'
import type { Reply } from '../net/http.ts'
import { makeRoomApi } from '../net/room-api.ts'
import { MemberKeys } from './keys/member-keys.ts'
import { isOwnPin, lockRoom, pinMessage, removeParticipant } from './room-commands.ts'

/** A room that answers so to a lock and a removal, and what was asked of it, in order. */
function roomThat(answers: { lock?: RefusalCode; remove?: RefusalCode }) {
  const asked: string[] = []
  const api = makeRoomApi({
    base: 'https://chat.example/',
    async fetch(input, init) {
      const isLock = init?.method === 'PATCH'
      asked.push(isLock ? `lock ${init?.body}` : `remove ${String(input).split('/').at(-1)}`)
      const code = isLock ? answers.lock : answers.remove
      return code ? Response.json({ error: { code } }, { status: 400 }) : Response.json({})
    },
  })
  const runCommand = <T>(call: (api: never, roomId: string) => Promise<Reply<T>>) => call(api as never, 'r')
  return { room: { runCommand }, asked }
}

const codeOf = (reply: Reply<unknown>) => reply.refusal?.code ?? null

test('the room is locked before somebody is removed, so that there is no gap', async () => {
  const { room, asked } = roomThat({})
  expect(codeOf(await removeParticipant(room, 'ben', true))).toBe(null)
  expect(asked).toEqual(['lock {"locked":true}', 'remove ben'])
})

test('where it can not be locked nobody is removed, and that is said', async () => {
  const { room, asked } = roomThat({ lock: 'slow-down' })
  expect(codeOf(await removeParticipant(room, 'ben', true))).toBe('slow-down')
  expect(asked).toEqual(['lock {"locked":true}'])
})

test('somebody can be removed while the room stays as it is', async () => {
  const { room, asked } = roomThat({ remove: 'not-allowed' })
  expect(codeOf(await removeParticipant(room, 'ben', false))).toBe('not-allowed')
  expect(asked).toEqual(['remove ben'])
})

test('who is gone already is gone', async () => {
  const { room } = roomThat({ remove: 'participant-not-found' })
  expect(codeOf(await removeParticipant(room, 'ben', false))).toBe(null)
})

test('a lock by hand is the host’s: it is not taken for that of a rotation that was cut off', async () => {
  const { room, asked } = roomThat({})
  const keys = await MemberKeys.makeKeys('V1StGXR8_Z5jdHi6B-myT', new MemoryKeyStore())
  await keys.recordLock(true)
  const cipher = makeIdleCipher(keys)
  expect(codeOf(await lockRoom({ ...room, cipher: () => cipher }, true))).toBe(null)
  expect([asked, keys.hasLocked]).toEqual([['lock {"locked":true}'], false])
})

test('a message is one’s own pin where this page pinned it last', async () => {
  const [{ room }, { room: other }] = [roomThat({}), roomThat({})]
  await pinMessage(room, 7)
  await pinMessage(room, null)
  expect([isOwnPin(room, 7), isOwnPin(room, 8), isOwnPin(other, 7)]).toEqual([true, false, false])
})
