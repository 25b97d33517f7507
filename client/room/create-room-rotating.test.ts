import { expect, test, vi } from 'vitest'
import type { Message } from '../../protocol/message.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { exampleMessage, exampleRoom, exampleWelcome } from '../../test/support/examples.ts'
import { MemoryKeyStore } from '../../test/support/memory-key-store.ts'
import { joined, makeRoomFixture, ROOM, refused } from '../../test/support/room-fixture.ts'
import { decryptCard } from '../crypto/card.ts'
import type { SeenMessage } from '../crypto/epoch-envelope.ts'
import { makeRoomKey } from '../crypto/room-key.ts'
import { makeLink } from './keys/make-link.ts'
import { MemberKeys } from './keys/member-keys.ts'
import { rotatingOf } from './keys/rotating-cipher.ts'
import { makeOrderCheck } from './out-of-order.ts'
import { changeAlias } from './room-commands.ts'

const until = (check: () => void) => vi.waitFor(check, { interval: 1, timeout: 15_000 })

/** A visitor whose browser keeps the keys of a room whose link is closed. */
async function begin(answers: Record<string, unknown[]> = {}, epoch = 1) {
  const keyStore = new MemoryKeyStore()
  const keys = await MemberKeys.makeKeys(ROOM, keyStore)
  await keys.takeKey({ epoch: 1, key: makeRoomKey() }, { door: null, password: null })
  const { participantId } = keys
  const { value } = joined(exampleRoom({ encryption: 'e2ee', keys: 2, epoch }))
  const joinRoom = [{ ok: true, value: { ...value, participantId, epoch } }]
  const fixture = await makeRoomFixture({
    keyStore,
    answers: { joinRoom, ...answers },
  })
  return { ...fixture, keys, isKept: async () => (await keyStore.readRecord(ROOM)) !== null }
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
    await vi.waitFor(async () => expect(await room.isKept()).toBe(isKept), { timeout: 15_000 })
  },
)

test('who has the tab wiped after the seat was lost leaves no keys, and nothing unsent', async () => {
  const { room, socket, isKept, kept } = await begin()
  await until(() => expect(room.stage().is).toBe('live'))
  await room.saveDraft('a draft')
  socket().receive({ event: 'error', data: { code: 'not-a-participant', message: '' } })
  await until(() => expect(room.stage()).toMatchObject({ is: 'over', why: 'seat-lost' }))
  expect([await isKept(), kept.size]).toEqual([true, 1])
  await room.wipeRoom()
  expect([await isKept(), kept.size]).toEqual([false, 0])
})

test('who leaves leaves no keys', async () => {
  const room = await begin()
  await until(() => expect(room.room.stage().is).toBe('live'))
  room.room.leaveRoom()
  await vi.waitFor(async () => expect(await room.isKept()).toBe(false), { timeout: 15_000 })
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
  await vi.waitFor(async () => expect(await room.isKept()).toBe(false), { timeout: 15_000 })
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

/** What a member says, encrypted in the first epoch by somebody who had seen `seen`. */
async function sayAs(keys: MemberKeys, seq: number, seen: SeenMessage | null) {
  const message = exampleMessage(seq)
  const content = { name: 'Ben', at: 0, seen, text: message.text }
  return { ...message, text: await keys.keyring.encryptMessage(message, content) }
}

test('what the page shows is enough to find what contradicts the order, also once older messages come', async () => {
  const older: Message[] = []
  const { room, keys, socket } = await begin({
    fetchMessages: [{ ok: true, value: { messages: older, lastSeq: 5 } }],
  })
  await until(() => expect(room.stage().is).toBe('live'))
  const checkOrder = makeOrderCheck()
  const findOutOfOrder = () => [...checkOrder(room.state.messages)]
  const seen = (seq: number, id = `m${seq}`) => ({ seq, participantId: 'other', id })
  older.push(await sayAs(keys, 1, null), await sayAs(keys, 2, seen(1)))
  // The third has seen another first one than there is; the fourth nothing that is not so; the fifth its own place.
  const newer = [await sayAs(keys, 3, seen(1, 'another')), await sayAs(keys, 4, seen(3))]
  const { event, data } = exampleWelcome(newer) as Extract<RoomEvent, { event: 'room.welcome' }>
  const { participantId } = keys
  const me = { participantId, alias: 'me', role: 'participant' } as const
  socket().receive({ event, data: { ...data, ...me, participants: [me] } })
  await until(() => expect(room.state.messages.map(({ text }) => text)).toEqual(['text 3', 'text 4']))
  expect(findOutOfOrder()).toEqual([])

  socket().receive({ event: 'chat.message', data: await sayAs(keys, 5, seen(5)) })
  await until(() => expect(room.state.messages.length).toBe(3))
  expect(findOutOfOrder()).toEqual([5])

  await room.loadOlder()
  expect(room.state.messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
  expect(findOutOfOrder()).toEqual([3, 5])
})

test('a name that is refused is in no later card either', async () => {
  const shown = { participantId: 'x', alias: 'y', role: 'participant' }
  const { room, keys } = await begin({ call: [{ ok: true, value: shown }, refused('muted')] })
  await until(() => expect(room.stage().is).toBe('live'))
  expect(await changeAlias(room, 'Shout')).toMatchObject({ refusal: { code: 'muted' } })
  const cipher = rotatingOf(room.cipher())
  const epochKeys = keys.keyring.getEpoch(1)
  if (!cipher || !epochKeys) throw new Error('there are no keys')
  const card = await decryptCard(epochKeys, keys.participantId, await cipher.makeCard())
  expect(card).not.toBe(null)
  expect(card?.name).not.toBe('Shout')
})
