import { expect, test } from 'vitest'
import { CLOSE } from '../../protocol/close.ts'
import { exampleMessage, exampleMessages, exampleRoom, exampleWelcome } from '../../test/support/examples.ts'
import { makeForbiddenStorage } from '../../test/support/fake-storage.ts'
import {
  flushPromises,
  joined,
  makeLiveRoomFixture,
  makeRoomFixture,
  ROOM,
  refused,
  sentIds,
} from '../../test/support/room-fixture.ts'
import { TIMEOUTS } from '../net/connection-timeouts.ts'
import { OUTBOX } from '../net/outbox.ts'
import { makeSafeStorage } from '../net/safe-storage.ts'
import { UNREACHABLE_END_DELAY } from './create-unreachable-end.ts'
import { HISTORY_RETRY_DELAY } from './history.ts'
import { LEAVE_TIMEOUT } from './leave-room.ts'
import { UNSENT_KEPT_FOR } from './make-room-drafts.ts'
import { changeAlias, extendRoom, lockRoom, removeParticipant } from './room-commands.ts'
import { RENEW_RETRY } from './seat-cookie.ts'
import { TYPING_INTERVAL, TYPING_SHOWN_FOR } from './typing.ts'

test('entering takes a seat once, under the name given, and opens the connection', async () => {
  const { room, asked, sockets } = await makeRoomFixture()
  expect(asked).toEqual([['fetchRoom'], ['joinRoom', { alias: 'wolf' }]])
  expect(sockets.map(({ url }) => url)).toEqual([`wss://chat.example/api/rooms/${ROOM}/realtime`])
  expect(room.stage()).toEqual({ is: 'live' })
  expect([room.state.me?.alias, room.timeLeft(), room.connectionStatus()]).toEqual(['me', 600_000, 'opening'])
})

test('a password is asked for until it is right', async () => {
  const { room, asked } = await makeRoomFixture({
    answers: {
      joinRoom: [
        refused('password-required'),
        refused('wrong-password'),
        refused('too-many-attempts', { retryAfter: 9 }),
        joined(),
      ],
    },
  })
  expect(room.stage()).toMatchObject({
    is: 'waiting',
    prompt: { is: 'password', wrong: false, retryAfter: null },
  })
  room.answerPrompt({ password: 'bad' })
  await flushPromises()
  expect(room.stage()).toMatchObject({
    is: 'waiting',
    prompt: { is: 'password', wrong: true, retryAfter: null },
  })
  room.answerPrompt({ password: 'worse' })
  await flushPromises()
  expect(room.stage()).toMatchObject({
    is: 'waiting',
    prompt: { is: 'password', wrong: false, retryAfter: 9 },
  })
  room.answerPrompt({ password: 'good' })
  await flushPromises()
  expect(room.stage()).toEqual({ is: 'live' })
  expect(asked.at(-1)).toEqual(['joinRoom', { alias: 'wolf', password: 'good' }])
})

test('where no token would be kept no seat is taken, until one would', async () => {
  let keeps = false
  const { room, asked } = await makeRoomFixture({ keepsTokens: () => keeps })
  expect(room.stage()).toMatchObject({ prompt: { is: 'refused', code: 'cookies-blocked' } })
  expect(asked.map(([call]) => call)).not.toContain('joinRoom')
  keeps = true
  room.answerPrompt()
  await flushPromises()
  expect(room.stage()).toEqual({ is: 'live' })
})

test('a taken name is asked for again, and the password before it is remembered', async () => {
  const { room, asked } = await makeRoomFixture({
    answers: { joinRoom: [refused('password-required'), refused('alias-taken'), joined()] },
  })
  room.answerPrompt({ password: 'good' })
  await flushPromises()
  expect(room.stage()).toMatchObject({ is: 'waiting', prompt: { is: 'name', name: 'wolf', why: 'taken' } })
  room.answerPrompt({ alias: 'fox' })
  await flushPromises()
  expect(asked.at(-1)).toEqual(['joinRoom', { alias: 'fox', password: 'good' }])
  expect(room.stage()).toEqual({ is: 'live' })
})

test('another name given while the first is on its way is tried after it', async () => {
  let answer = (_: unknown) => {}
  const first = new Promise((resolve) => {
    answer = resolve
  })
  const { room, asked } = await makeRoomFixture({ answers: { joinRoom: [first, joined()] } })
  room.answerPrompt({ alias: 'bear' })
  answer(refused('alias-taken'))
  await flushPromises()
  expect(room.stage()).toEqual({ is: 'live' })
  expect(asked.filter(([call]) => call === 'joinRoom').map(([, request]) => request)).toEqual([
    { alias: 'wolf' },
    { alias: 'bear' },
  ])
})

test('a press too many takes no second seat', async () => {
  const { room, asked } = await makeRoomFixture({ answers: { joinRoom: [refused('unreachable'), joined()] } })
  room.answerPrompt()
  room.answerPrompt()
  await flushPromises()
  room.answerPrompt()
  await flushPromises()
  expect(asked.filter(([call]) => call === 'joinRoom')).toHaveLength(2)
})

test('where the server could not be reached it tries again once there is a network', async () => {
  const { room, hint } = await makeRoomFixture({ answers: { joinRoom: [refused('unreachable'), joined()] } })
  expect(room.stage()).toMatchObject({ is: 'waiting', prompt: { is: 'refused', code: 'unreachable' } })
  hint('online')
  await flushPromises()
  expect(room.stage()).toEqual({ is: 'live' })
})

test.each([
  { refusal: refused('unreachable'), wait: 1_500 },
  { refusal: refused('internal'), wait: 1_500 },
  { refusal: refused('busy', { retryAfter: 3 }), wait: 4_000 },
  { refusal: refused('too-many-requests', { retryAfter: 60 }), wait: 67_500 },
  { refusal: refused('slow-down', { retryAfter: 1 }), wait: 2_000 },
])(
  'a join that fails with $refusal.refusal.code is tried again by itself, with what was typed',
  async (at) => {
    const { room, asked, timers } = await makeRoomFixture({
      answers: { joinRoom: [refused('password-required'), at.refusal, joined()] },
    })
    room.answerPrompt({ password: 'good' })
    await flushPromises()
    expect(room.stage()).toMatchObject({ is: 'waiting', prompt: { is: 'refused', retryAt: at.wait } })
    timers.passTime(at.wait - 1)
    await flushPromises()
    expect(asked.filter(([call]) => call === 'joinRoom')).toHaveLength(2)
    timers.passTime(1)
    await flushPromises()
    expect(asked.at(-1)).toEqual(['joinRoom', { alias: 'wolf', password: 'good' }])
    expect(room.stage()).toEqual({ is: 'live' })
  },
)

test('a room that can not be asked is out of reach, too: each wait is longer, and it is tried on', async () => {
  const { room, asked, timers } = await makeRoomFixture({ answers: { fetchRoom: [refused('unreachable')] } })
  const waits = [1_500, 3_000, 6_000, 12_000, 22_500, 22_500]
  for (const [failures, wait] of waits.entries()) {
    expect(room.stage()).toMatchObject({ is: 'waiting', prompt: { is: 'refused', code: 'unreachable' } })
    timers.passTime(wait - 1)
    await flushPromises()
    expect(asked).toHaveLength(failures + 1)
    timers.passTime(1)
    await flushPromises()
    expect(asked).toHaveLength(failures + 2)
  }
})

test('who does not want to wait asks now, once, and stands where they stood until there is an answer', async () => {
  let answer = (_: unknown) => {}
  const second = new Promise((resolve) => {
    answer = resolve
  })
  const { room, asked, timers } = await makeRoomFixture({
    answers: { joinRoom: [refused('busy', { retryAfter: 30 }), second, joined()] },
  })
  timers.passTime(1_000)
  room.answerPrompt()
  await flushPromises()
  expect(room.stage()).toMatchObject({ prompt: { is: 'refused', code: 'busy', retryAt: 1_000 } })
  timers.passTime(100_000)
  await flushPromises()
  expect(asked.filter(([call]) => call === 'joinRoom')).toHaveLength(2)
  answer(joined())
  await flushPromises()
  expect(room.stage()).toEqual({ is: 'live' })
})

test.each(['room-full', 'room-locked', 'removed', 'room-closed', 'room-not-found', 'storage-full'])(
  'a join that is refused with %s is not tried again by itself',
  async (code) => {
    const { room, asked, timers } = await makeRoomFixture({
      answers: { joinRoom: [refused(code), joined()] },
    })
    expect(room.stage()).toMatchObject({ prompt: { is: 'refused', code } })
    timers.passTime(1_000_000)
    await flushPromises()
    expect(asked.filter(([call]) => call === 'joinRoom')).toHaveLength(1)
  },
)

test('coming back, it asks for what came after the last message in line', async () => {
  const { socket, sockets, timers } = await makeLiveRoomFixture(3)
  socket().receive({ event: 'chat.message', data: exampleMessage(5) })
  socket().closeFromServer(1006)
  timers.passTime(TIMEOUTS.silence)
  expect(sockets[1]?.url).toMatch(/realtime\?rev=0&after=3$/)
})

test('a message waits, is sent, and is the room’s once it is broadcast', async () => {
  const { room, socket } = await makeRoomFixture()
  room.sendMessage('hello')
  expect(room.state.pending).toMatchObject([{ text: 'hello', state: 'waiting' }])
  socket().receive(exampleWelcome([]))
  expect(room.state.pending).toMatchObject([{ text: 'hello', state: 'sending' }])
  const [id] = sentIds(socket())
  socket().receive({ event: 'chat.message', data: { ...exampleMessage(1, 'me'), id } })
  expect(room.state.pending).toEqual([])
  expect(room.state.messages).toHaveLength(1)
})

test('what was typed offline goes out under its ids, in order, except for what had arrived', async () => {
  const { room, socket, timers } = await makeLiveRoomFixture()
  room.sendMessage('one')
  const [first] = sentIds(socket())
  socket().closeFromServer(1006)
  room.sendMessage('two')
  room.sendMessage('three')
  expect(room.state.pending.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting'])
  timers.passTime(1_000)
  socket().receive(exampleWelcome([{ ...exampleMessage(1, 'me'), id: first }]))
  const [second] = sentIds(socket())
  socket().receive({ event: 'chat.message', data: { ...exampleMessage(2, 'me'), id: second } })
  expect(sentIds(socket())).toEqual([second, room.state.pending[0]?.id])
  expect(room.state.pending.map(({ text }) => text)).toEqual(['three'])
})

test('a refused message shows why, and can be sent again or deleted', async () => {
  const { room, socket } = await makeLiveRoomFixture()
  room.sendMessage('one')
  const [id] = sentIds(socket())
  socket().receive({ event: 'error', data: { code: 'plaintext-refused', message: 'No.', id } })
  expect(room.state.pending).toMatchObject([{ id, state: 'failed', failure: 'plaintext-refused' }])
  room.retryMessage(id)
  expect(room.state.pending).toMatchObject([{ id, state: 'sending' }])
  expect(room.state.pending[0]?.failure).toBeUndefined()
  room.discardMessage(id)
  expect(room.state.pending).toEqual([])
})

test('a reload of the tab keeps what is unsent', async () => {
  const before = await makeRoomFixture()
  before.room.sendMessage('one')
  before.dispose()
  expect(before.hinting.ended).toBe(true)
  expect(before.timers.waitingCount).toBe(0)
  const after = await makeRoomFixture({ kept: before.kept })
  expect(after.room.state.pending).toMatchObject([{ text: 'one', state: 'waiting' }])
})

test('a hole is asked for until it is filled, and shown in order', async () => {
  const page = (from: number, to: number, lastSeq: number) => ({
    ok: true,
    value: { messages: exampleMessages(from, to), lastSeq },
  })
  const { room, socket, asked, timers } = await makeLiveRoomFixture(2, {
    fetchMessages: [refused('unreachable'), page(3, 502, 600), page(503, 600, 600)],
  })
  socket().receive({ event: 'chat.message', data: exampleMessage(600) })
  await flushPromises()
  expect(room.state.messages).toHaveLength(2)
  timers.passTime(HISTORY_RETRY_DELAY)
  await flushPromises()
  expect(asked.filter(([call]) => call === 'fetchMessages').map(([, query]) => query)).toEqual([
    { after: 2, limit: 500 },
    { after: 2, limit: 500 },
    { after: 502, limit: 500 },
  ])
  expect(room.state.messages.map(({ seq }) => seq)).toEqual(exampleMessages(1, 600).map(({ seq }) => seq))
})

test('a welcome that brings no messages is followed by the newest, once the room answers', async () => {
  const page = { ok: true, value: { messages: exampleMessages(151, 250), lastSeq: 250 } }
  const { room, socket, asked, timers } = await makeRoomFixture({
    answers: { fetchMessages: [refused('slow-down', { retryAfter: 3 }), page] },
  })
  socket().receive(exampleWelcome([], 250))
  await flushPromises()
  expect([room.state.messages.length, room.state.complete]).toEqual([0, false])
  timers.passTime(2_999)
  await flushPromises()
  expect(asked.slice(2)).toEqual([['fetchMessages', { limit: 100 }]])
  timers.passTime(1)
  await flushPromises()
  expect(asked.slice(3)).toEqual([['fetchMessages', { limit: 100 }]])
  expect([room.state.messages.at(0)?.seq, room.state.messages.length, room.state.complete]).toEqual([
    ...[151, 100],
    false,
  ])
})

test('a page of history that is shorter than what was asked for is not taken for the end', async () => {
  const page = (from: number, to: number) => ({
    ok: true,
    value: { messages: exampleMessages(from, to), lastSeq: 200 },
  })
  const { room, socket } = await makeRoomFixture({
    answers: { fetchMessages: [page(181, 190), page(191, 200), page(171, 175), page(160, 170)] },
  })
  socket().receive(exampleWelcome(exampleMessages(176, 180), 200))
  await flushPromises()
  expect(room.state.messages.at(-1)?.seq).toBe(200)
  await room.loadOlder()
  await room.loadOlder()
  expect([room.state.messages.at(0)?.seq, room.state.complete]).toEqual([160, false])
})

test('older history is asked for once more where the room asks to slow down', async () => {
  const page = { ok: true, value: { messages: exampleMessages(1, 100), lastSeq: 200 } }
  const { room, socket, timers } = await makeRoomFixture({
    answers: { fetchMessages: [refused('slow-down', { retryAfter: 1 }), page] },
  })
  socket().receive(exampleWelcome(exampleMessages(101, 200)))
  const asked = room.loadOlder()
  await flushPromises()
  timers.passTime(HISTORY_RETRY_DELAY)
  await asked
  expect([room.state.messages.length, room.state.complete]).toEqual([200, true])
})

test('older history is loaded a page at a time, and not twice at once', async () => {
  const { room, socket, asked } = await makeRoomFixture({
    answers: { fetchMessages: [{ ok: true, value: { messages: exampleMessages(1, 100), lastSeq: 200 } }] },
  })
  socket().receive(exampleWelcome(exampleMessages(101, 200)))
  await Promise.all([room.loadOlder(), room.loadOlder()])
  await room.loadOlder()
  expect(asked.slice(2)).toEqual([['fetchMessages', { before: 101, limit: 100 }]])
  expect([room.state.messages.length, room.state.complete]).toEqual([200, true])
})

test('typing is sent once in two seconds', async () => {
  const { room, socket, timers } = await makeLiveRoomFixture()
  for (let tick = 0; tick < 4; tick++) {
    room.sendTyping()
    timers.passTime(TYPING_INTERVAL / 2)
  }
  expect(socket().sent).toHaveLength(2)
})

test('the typing sign goes after some seconds, whatever the clock of the device is set to', async () => {
  let wall = 1_700_000_000_000
  const { room, socket, timers } = await makeRoomFixture({ wall: () => wall })
  socket().receive(exampleWelcome([]))
  for (const hours of [0, -5, -5, 24]) {
    socket().receive({ event: 'chat.typing', data: { participantId: 'other' } })
    wall += hours * 3_600_000
    timers.passTime(TYPING_SHOWN_FOR - 1_000)
    expect(Object.keys(room.state.typing), `too early, set by ${hours} hours`).toEqual(['other'])
    timers.passTime(2_000)
    expect(room.state.typing, `still typing, set by ${hours} hours`).toEqual({})
  }
})

test('after enough was received the room is sent how far this client is', async () => {
  const { socket } = await makeLiveRoomFixture()
  for (let seq = 1; seq <= 9; seq++) {
    socket().receive({ event: 'chat.message', data: { ...exampleMessage(seq), text: 'x'.repeat(16_384) } })
  }
  expect(socket().sent).toEqual(['{"event":"chat.ack","data":{"seq":8}}'])
})

type Scene = Awaited<ReturnType<typeof makeRoomFixture>>
const ENDINGS: { what: string; why: string; end(fixture: Scene): unknown }[] = [
  {
    what: 'the room says that its time is over',
    why: 'expired',
    end: ({ socket }) => {
      socket().receive({ event: 'chat.destroy', data: { isDestroyed: true, reason: 'expired' } })
      socket().closeFromServer(CLOSE.gone)
    },
  },
  {
    what: 'the room is gone without a word',
    why: 'destroyed',
    end: ({ socket }) => socket().closeFromServer(CLOSE.gone),
  },
  {
    what: 'the host removes this participant',
    why: 'removed',
    end: ({ socket }) => socket().closeFromServer(CLOSE.removed),
  },
  {
    what: 'the seat is lost',
    why: 'seat-lost',
    end: ({ socket }) => socket().closeFromServer(CLOSE.notAParticipant),
  },
  { what: 'this participant destroys it', why: 'destroyed', end: ({ room }) => room.destroyRoom() },
  {
    what: 'this participant leaves',
    why: 'left',
    end: ({ room, socket }) => {
      const left = room.leaveRoom()
      // The room closes the socket before it answers the call.
      socket().closeFromServer(CLOSE.notAParticipant)
      return left
    },
  },
  { what: 'this tab is wiped', why: 'wiped', end: ({ room }) => room.wipeRoom() },
]

test.each(ENDINGS)('when $what, nothing of the room is left', async ({ why, end }) => {
  const fixture = await makeLiveRoomFixture(3)
  const { room, kept, sockets, timers } = fixture
  room.sendMessage('unsent')
  fixture.socket().receive({ event: 'chat.message', data: exampleMessage(9) })
  expect(kept.size).toBe(1)
  await end(fixture)
  expect(room.stage()).toMatchObject({ is: 'over', why })
  const { messages, ahead, pending, participants } = room.state
  expect([messages, ahead, pending, participants]).toEqual([[], [], [], []])
  // For the receipt: which messages there were, and not a word of them.
  expect(room.lastSaid().map(({ seq, ...said }) => [seq, Object.keys(said)])).toEqual(
    [1, 2, 3].map((seq) => [seq, ['participantId', 'id']]),
  )
  await flushPromises()
  // Who has lost the seat may come back, and finds what was not sent in the box.
  const writing = why === 'seat-lost' ? ['unsent'] : []
  expect([[...kept.values()], room.connectionStatus()]).toEqual([writing, 'gone'])
  room.sendMessage('too late')
  room.answerPrompt()
  await flushPromises()
  timers.passTime(700_000)
  expect([room.state.pending.length, sockets.length, room.stage().is]).toEqual([0, 1, 'over'])
})

test('what was to be read once is not put back in the box of who has lost the seat', async () => {
  const { room, socket, kept } = await makeLiveRoomFixture()
  room.sendMessage('unsent')
  room.sendMessage('a secret', { burn: 10 })
  socket().closeFromServer(CLOSE.notAParticipant)
  await flushPromises()
  expect([room.stage(), [...kept.values()]]).toMatchObject([{ is: 'over', why: 'seat-lost' }, ['unsent']])
})

test('a room that can’t be left is left after some seconds all the same', async () => {
  const { room, timers } = await makeLiveRoomFixture(0, { leaveRoom: [new Promise(() => {})] })
  const left = room.leaveRoom()
  timers.passTime(LEAVE_TIMEOUT)
  await left
  expect(room.stage()).toMatchObject({ is: 'over', why: 'left' })
})

test('wiping forgets all before anybody has answered, and gives the seat back', async () => {
  const fixture = await makeLiveRoomFixture(3, { leaveRoom: [new Promise(() => {})] })
  const { room, kept, asked } = fixture
  await room.saveDraft('a draft')
  room.sendMessage('unsent')
  void room.wipeRoom()
  expect([room.stage().is, room.state.messages, room.state.pending, kept.size]).toEqual(['over', [], [], 0])
  expect(asked.filter(([call]) => call === 'leaveRoom')).toHaveLength(1)
})

test('a seat that comes after the tab was wiped is given back, and nothing of its room is shown', async () => {
  const { promise: answer, resolve: answerJoin } = Promise.withResolvers<unknown>()
  const { room, asked, sockets } = await makeRoomFixture({ answers: { joinRoom: [answer] } })
  await flushPromises()
  expect(room.stage().is).toBe('joining')
  await room.wipeRoom()
  answerJoin(joined())
  await flushPromises()
  expect(asked.filter(([call]) => call === 'leaveRoom')).toHaveLength(2)
  expect([room.stage().is, room.state.me, room.state.room, sockets]).toEqual(['over', null, null, []])
})

test('somebody who may not destroy it reads that and stays', async () => {
  const { room } = await makeLiveRoomFixture(1, { destroyRoom: [refused('not-allowed')] })
  expect((await room.destroyRoom()).refusal?.code).toBe('not-allowed')
  expect([room.stage().is, room.state.messages.length]).toEqual(['live', 1])
})

test.each([
  { what: 'is gone', code: 'room-not-found', why: 'destroyed' },
  { what: 'was closed meanwhile, and is kept for its facilitator,', code: 'room-closed', why: 'ended' },
])('a room that $what when this client comes back is over', async ({ code, why }) => {
  const { room, socket, timers } = await makeLiveRoomFixture(0, { fetchTimeLeft: [refused(code)] })
  socket().closeFromServer(1006)
  timers.passTime(250)
  socket().closeFromServer(1006)
  await flushPromises()
  expect(room.stage()).toMatchObject({ is: 'over', why })
})

test('a room whose time is over while nothing can be received is over some seconds later', async () => {
  const { room, socket, timers, kept } = await makeRoomFixture({
    answers: { fetchTimeLeft: [refused('unreachable')] },
  })
  socket().receive(exampleWelcome(exampleMessages(1, 3), 3, exampleRoom({ expiresAt: 1_002_000 })))
  socket().closeFromServer(1006)
  const flicker = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 500) {
      timers.passTime(500)
      if (room.connectionStatus() === 'opening') socket().closeFromServer(1006)
      await flushPromises()
    }
  }
  await flicker(2_000 + UNREACHABLE_END_DELAY - 500)
  expect(room.stage().is).toBe('live')
  room.sendMessage('unsent')
  await flicker(1_000)
  expect(room.stage()).toMatchObject({ is: 'over', why: 'expired' })
  expect([room.state.messages, room.state.pending]).toEqual([[], []])
  await flushPromises()
  // It may have been given more time: what one wrote oneself is there for who comes back.
  expect([...kept.values()]).toEqual(['unsent'])
  timers.passTime(UNSENT_KEPT_FOR)
  expect(kept.size).toBe(0)
})

test('a page that is gone deletes no draft that is written after it', async () => {
  const { room, socket, kept, timers, dispose } = await makeLiveRoomFixture()
  room.sendMessage('unsent')
  socket().closeFromServer(CLOSE.notAParticipant)
  await flushPromises()
  const [key] = kept.keys()
  expect(room.stage()).toMatchObject({ is: 'over', why: 'seat-lost' })
  dispose()
  kept.set(String(key), 'newer')
  timers.passTime(UNSENT_KEPT_FOR)
  expect([...kept.values()]).toEqual(['newer'])
})

test('where the browser forbids storage, everything else works', async () => {
  const storage = makeSafeStorage(makeForbiddenStorage)
  const { room, socket } = await makeRoomFixture({ storage })
  socket().receive(exampleWelcome([]))
  expect(room.stage()).toEqual({ is: 'live' })
  await room.saveDraft('a draft')
  expect(await room.loadDraft()).toBe('')
  room.sendMessage('one')
  expect(sentIds(socket())).toHaveLength(1)
  await room.destroyRoom()
  expect(room.stage()).toMatchObject({ is: 'over', why: 'destroyed' })
})

test('no way in forgets what an earlier visit left unsent, but not while the server is away', async () => {
  const kept = new Map([[`private-chat.outbox.${ROOM}`, '{"participantId":"me","entries":[]}']])
  await makeRoomFixture({ answers: { joinRoom: [refused('unreachable')] }, kept })
  expect(kept.size).toBe(1)
  await makeRoomFixture({ answers: { joinRoom: [refused('room-not-found')] }, kept })
  expect(kept.size).toBe(0)
})

test('when the end moves the cookie is renewed in time, once, and without a word', async () => {
  const later = exampleRoom({ expiresAt: 2_200_000, serverTime: 1_060_000 })
  const { room, asked, socket, timers } = await makeLiveRoomFixture(0, {
    joinRoom: [joined(), { ok: true, value: { ...joined().value, room: later } }],
  })
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      timers.passTime(1_000)
      socket().receive('pong')
      await flushPromises()
    }
    return asked.filter(([call]) => call === 'joinRoom').length
  }
  socket().receive({ event: 'room.update', data: exampleRoom({ expiresAt: 2_200_000 }) })
  expect(await pass(59)).toBe(1)
  expect(await pass(1)).toBe(2)
  expect(asked.at(-1)).toEqual(['joinRoom', {}])
  expect(room.stage()).toEqual({ is: 'live' })
  expect(await pass(120)).toBe(2)
})

test('a renewal that fails is tried again, and not every second', async () => {
  const { room, asked, socket, timers } = await makeLiveRoomFixture(0, {
    joinRoom: [joined(), refused('unreachable')],
  })
  socket().receive({ event: 'room.update', data: exampleRoom({ expiresAt: 2_200_000 }) })
  for (let second = 0; second < 60 + RENEW_RETRY / 500; second++) {
    timers.passTime(1_000)
    socket().receive('pong')
    await flushPromises()
  }
  expect(asked.filter(([call]) => call === 'joinRoom')).toHaveLength(1 + 3)
  expect(room.stage()).toEqual({ is: 'live' })
})

test('a renewal that finds another seat says that this one is lost', async () => {
  const another = { ok: true, value: { ...joined().value, participantId: 'another' } }
  const { room, socket, timers } = await makeLiveRoomFixture(0, { joinRoom: [joined(), another] })
  socket().receive({ event: 'room.update', data: exampleRoom({ expiresAt: 2_200_000 }) })
  for (let second = 0; second < 65; second++) {
    timers.passTime(1_000)
    socket().receive('pong')
    await flushPromises()
  }
  expect(room.stage()).toMatchObject({ is: 'over', why: 'seat-lost' })
})

test('who is leaving takes no other seat by renewing the cookie', async () => {
  const { room, asked, socket, timers } = await makeLiveRoomFixture(0, { leaveRoom: [new Promise(() => {})] })
  socket().receive({ event: 'room.update', data: exampleRoom({ expiresAt: 2_200_000 }) })
  timers.passTime(58_000)
  void room.leaveRoom()
  for (let second = 0; second < 3; second++) {
    timers.passTime(1_000)
    await flushPromises()
  }
  expect(asked.filter(([call]) => call === 'joinRoom')).toHaveLength(1)
})

test('a seat left without a network is given back with the next one', async () => {
  const { room, asked, hint } = await makeLiveRoomFixture(0, {
    leaveRoom: [refused('unreachable'), { ok: true, value: undefined }],
  })
  await room.leaveRoom()
  expect(room.stage()).toMatchObject({ is: 'over', why: 'left' })
  hint('online')
  expect(asked.filter(([call]) => call === 'leaveRoom')).toHaveLength(2)
})

test('what comes in faster than it can be drawn is drawn together, and at once with what one does oneself', async () => {
  const frames: (() => void)[] = []
  const draw = () => {
    for (const run of frames.splice(0)) run()
  }
  const { room, socket } = await makeRoomFixture({ frame: (run) => frames.push(run) })
  socket().receive(exampleWelcome(exampleMessages(1, 2)))
  const seqs = () => room.state.messages.map(({ seq }) => seq)
  for (const seq of [3, 4]) socket().receive({ event: 'chat.message', data: exampleMessage(seq) })
  expect([seqs(), frames.length]).toEqual([[], 1])
  draw()
  expect(seqs()).toEqual([1, 2, 3, 4])
  socket().receive({ event: 'chat.message', data: exampleMessage(5) })
  expect(seqs()).toEqual([1, 2, 3, 4])
  room.sendMessage('mine')
  expect(seqs()).toEqual([1, 2, 3, 4, 5])
  draw()
  expect(seqs()).toEqual([1, 2, 3, 4, 5])
})

test('the host’s changes show at once, and a refusal is given back', async () => {
  const { room, asked } = await makeLiveRoomFixture(0, {
    call: [
      { ok: true, value: exampleRoom({ locked: true }) },
      refused('not-allowed'),
      refused('participant-not-found'),
    ],
  })
  expect((await lockRoom(room, true)).ok).toBe(true)
  expect(room.state.room?.locked).toBe(true)
  expect((await extendRoom(room, 600_000)).refusal).toEqual({ code: 'not-allowed' })
  expect((await removeParticipant(room, 'other', false)).ok).toBe(true)
  const at = { param: { id: ROOM } }
  expect(asked.slice(2)).toEqual([
    ['PATCH /api/rooms/:id', { ...at, json: { locked: true } }],
    ['PATCH /api/rooms/:id', { ...at, json: { closesAt: 2_200_000 } }],
    [
      'DELETE /api/rooms/:id/participants/:participantId',
      { param: { id: ROOM, participantId: 'other' }, query: {} },
    ],
  ])
})

test('one’s own other name shows, also where the room broadcasts nothing', async () => {
  const me = { participantId: 'me', alias: 'fox', role: 'participant' }
  const { room } = await makeLiveRoomFixture(0, { call: [{ ok: true, value: me }] })
  await changeAlias(room, 'fox')
  expect(room.state.me?.alias).toBe('fox')
})

test('a slow room is asked again under the same id', async () => {
  const { room, socket, timers } = await makeLiveRoomFixture()
  room.sendMessage('one')
  const [id] = sentIds(socket())
  socket().receive({ event: 'error', data: { code: 'slow-down', message: 'Wait.', id } })
  timers.passTime(OUTBOX.slowDown)
  expect(sentIds(socket())).toEqual([id, id])
})

test('a facilitator who was logged out reads that, and is one again by coming back to the page after a log-in', async () => {
  const me = { participantId: 'me', alias: 'me' }
  const { room, socket, asked, hint } = await makeLiveRoomFixture()
  const become = (role: 'facilitator' | 'participant') =>
    socket().receive({ event: 'presence.update', data: { ...me, role, present: 1 } })
  become('facilitator')
  expect(room.isLoggedOut()).toBe(false)
  become('participant')
  expect(room.isLoggedOut()).toBe(true)
  const before = asked.length
  hint('focus')
  await flushPromises()
  expect(asked.slice(before)).toContainEqual(['joinRoom', {}])
  become('facilitator')
  expect(room.isLoggedOut()).toBe(false)
})

test('who leaves names the next host; where that one has left meanwhile, the room chooses', async () => {
  const gone = { leaveRoom: [refused('participant-not-found'), { ok: true, value: undefined }] }
  const { room, asked, socket } = await makeRoomFixture({ answers: gone })
  socket().receive(exampleWelcome([]))
  await room.leaveRoom('ada')
  expect(asked.filter(([call]) => call === 'leaveRoom')).toEqual([['leaveRoom', 'ada'], ['leaveRoom']])
  expect(room.stage()).toMatchObject({ is: 'over', why: 'left', remains: 'nothing' })
})

test('what was chosen holds for the messages that follow; that one is read once for the next alone', async () => {
  const { room } = await makeLiveRoomFixture()
  room.chooseTimes({ expires: 60, burn: 10 })
  room.sendMessage('a question', { kind: 'question', choice: 'one', burn: undefined })
  expect(room.times()).toEqual({ expires: 60, burn: 10 })
  room.sendMessage('once')
  room.sendMessage('then')
  expect(room.times()).toEqual({ expires: 60 })
  expect(room.state.pending.map(({ text, burn }) => [text, burn])).toEqual([
    ['a question', undefined],
    ['once', 10],
    ['then', undefined],
  ])
})
