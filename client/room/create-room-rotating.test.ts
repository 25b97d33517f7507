import { expect, test, vi } from 'vitest'
import { exampleRoom } from '../../test/support/examples.ts'
import { MemoryKeyStore } from '../../test/support/memory-key-store.ts'
import { joined, makeRoomFixture, ROOM, refused } from '../../test/support/room-fixture.ts'
import { makeRoomKey } from '../crypto/room-key.ts'
import { makeLink } from './keys/make-link.ts'
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

/** A link of the room, and what the room stores of it. */
async function makeRoomLink(epoch: number) {
  const roomKey = makeRoomKey()
  return { roomKey, ...(await makeLink({ roomId: ROOM, epoch }, roomKey, null)) }
}

/** What joining is answered with in an epoch. */
function answerJoin(participantId: string, epoch: number, invite?: string) {
  const { value } = joined(exampleRoom({ encryption: 'e2ee', keys: 2, epoch }))
  return { ok: true, value: { ...value, participantId, epoch, invite } }
}

test('where the kept link is dead, the one in the address lets in as somebody new', async () => {
  const keyStore = new MemoryKeyStore()
  const kept = await MemberKeys.makeKeys(ROOM, keyStore)
  const dead = await makeRoomLink(1)
  await kept.takeKey({ epoch: 1, key: dead.roomKey }, { door: dead.door, password: null })
  const live = await makeRoomLink(2)
  const { room, asked } = await makeRoomFixture({
    keyStore,
    link: live.door.link,
    answers: {
      joinRoom: [refused('wrong-link'), answerJoin('somebody-new-00000000', 2, live.invite)],
      call: [{ ok: true, value: { participantId: 'x', alias: 'y', role: 'participant' } }],
    },
  })
  await until(() => expect(asked.filter(([call]) => call === 'joinRoom').length).toBeGreaterThan(1))
  const requests = asked.filter(([call]) => call === 'joinRoom').map(([, request]) => request)
  expect(requests[0]).toMatchObject({ participantId: kept.participantId })
  expect(requests[1]).not.toMatchObject({ participantId: kept.participantId })
  expect(room.stage().is).not.toBe('over')
})

test('a seat that was taken anew, and has no wraps, is opened by the link', async () => {
  const keyStore = new MemoryKeyStore()
  const kept = await MemberKeys.makeKeys(ROOM, keyStore)
  const first = await makeRoomLink(1)
  const second = await makeRoomLink(2)
  await kept.takeKey({ epoch: 1, key: first.roomKey }, { door: second.door, password: null })
  const { room } = await makeRoomFixture({
    keyStore,
    link: second.door.link,
    answers: {
      joinRoom: [answerJoin(kept.participantId, 2, second.invite)],
      call: [
        { ok: true, value: { epochs: [] } },
        { ok: true, value: { participantId: kept.participantId, alias: 'y', role: 'participant' } },
      ],
    },
  })
  await until(() => expect(room.stage().is).toBe('live'))
  expect((await keyStore.readRecord(ROOM))?.epochs.map(({ epoch }) => epoch)).toEqual([1, 2])
})

test('two tabs that open a link at once are one participant', async () => {
  const keyStore = new MemoryKeyStore()
  const [one, other] = await Promise.all([
    MemberKeys.openKeys(ROOM, keyStore),
    MemberKeys.openKeys(ROOM, keyStore),
  ])
  expect(one.participantId).toBe(other.participantId)
})
