import { expect, test, vi } from 'vitest'
import { exampleRoom } from '../../test/support/examples.ts'
import { MemoryKeyStore } from '../../test/support/memory-key-store.ts'
import { joined, makeRoomFixture, ROOM, refused } from '../../test/support/room-fixture.ts'
import { makeRoomKey } from '../crypto/room-key.ts'
import { MemberKeys } from './keys/member-keys.ts'

const until = (check: () => void) => vi.waitFor(check, { interval: 1, timeout: 5_000 })

/** A visitor whose browser keeps the keys of a room whose link is closed. */
async function begin(answers: Record<string, unknown[]> = {}, epoch = 1) {
  const keyStore = new MemoryKeyStore()
  const keys = await MemberKeys.makeKeys(ROOM, keyStore)
  await keys.takeKey({ epoch: 1, key: makeRoomKey() }, { door: null, password: null })
  const { participantId } = keys
  const { value } = joined(exampleRoom({ encryption: 'e2ee', keys: 2, epoch }))
  const joinRoom = [{ ok: true, value: { ...value, participantId, epoch } }]
  const fixture = await makeRoomFixture({ keyStore, answers: { joinRoom, ...answers } })
  return { ...fixture, isKept: async () => (await keyStore.readRecord(ROOM)) !== null }
}

const LOSSES = [
  ['not-a-participant', 'seat-lost', true],
  ['removed', 'removed', false],
] as const

test.each(LOSSES)(
  'after %s the keys are kept where somebody may return, and only there',
  async (code, why, isKept) => {
    const room = await begin()
    await until(() => expect(room.room.stage().is).toBe('live'))
    room.socket().receive({ event: 'error', data: { code, message: '' } })
    await until(() => expect(room.room.stage()).toMatchObject({ is: 'over', why }))
    await vi.waitFor(async () => expect(await room.isKept()).toBe(isKept))
  },
)

test('who leaves leaves no keys', async () => {
  const room = await begin()
  await until(() => expect(room.room.stage().is).toBe('live'))
  room.room.leaveRoom()
  await vi.waitFor(async () => expect(await room.isKept()).toBe(false))
})

test('a network that is gone while the page catches up costs neither the seat nor the keys', async () => {
  const room = await begin({ call: [refused('unreachable')] }, 2)
  await until(() => expect(room.room.stage()).toMatchObject({ is: 'waiting', prompt: { code: 'busy' } }))
  expect([room.asked.some(([call]) => call === 'leaveRoom'), await room.isKept()]).toEqual([false, true])
})

test('a seat that was not given the key is left, and its keys are forgotten', async () => {
  const room = await begin({ call: [{ ok: true, value: { epochs: [] } }] }, 2)
  await until(() =>
    expect(room.room.stage()).toMatchObject({ is: 'waiting', prompt: { code: 'link-closed' } }),
  )
  expect(room.asked.some(([call]) => call === 'leaveRoom')).toBe(true)
  await vi.waitFor(async () => expect(await room.isKept()).toBe(false))
})
