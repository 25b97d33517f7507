import { expect, test } from 'vitest'
import type { RefusalCode } from '../../protocol/refusal.ts'
import type { Reply } from '../net/http.ts'
import { makeRoomApi } from '../net/room-api.ts'
import { removeParticipant } from './room-commands.ts'

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
