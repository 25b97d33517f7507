import { beforeAll, expect, test, vi } from 'vitest'
import { MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import type { Message } from '../../protocol/message.ts'
import { exampleMessage, exampleMessages, exampleRoom, exampleWelcome } from '../../test/support/examples.ts'
import { makeFakeStorage } from '../../test/support/fake-storage.ts'
import { makeLinkKey, requireLinkKey } from '../../test/support/link-key.ts'
import {
  flushPromises,
  joined,
  makeRoomFixture,
  ROOM,
  type RoomFixtureOptions,
  refused,
  sentIds,
} from '../../test/support/room-fixture.ts'
import { deriveAdmissionSecret } from '../crypto/admission.ts'
import { toBase64Url } from '../crypto/base64url.ts'
import { encryptMessage } from '../crypto/envelope.ts'
import { Keyring } from '../crypto/keyring.ts'
import { parseLinkKey } from '../crypto/link-key.ts'
import { PAYLOAD_BODY_MAX } from '../crypto/payload.ts'
import { makeOutboxStore } from '../net/outbox-store.ts'
import { extendRoom, lockRoom, removeParticipant } from './room-commands.ts'

const linkKey = requireLinkKey('AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8')
const SEALED = exampleRoom({ encryption: 'e2ee', admissionRequired: true })
let keyring: Keyring
let secret: string

beforeAll(async () => {
  keyring = await Keyring.fromLinkKey(ROOM, linkKey)
  secret = await deriveAdmissionSecret(linkKey)
})

/** Waits for cryptography, which runs beside the test. It never happens at all where fifteen seconds are not enough. */
const until = (check: () => void) => vi.waitFor(check, { interval: 1, timeout: 15_000 })

/** A visitor with the whole invite link, let in. */
async function begin({ answers = {}, ...options }: RoomFixtureOptions = {}) {
  const rooms = { fetchRoom: [{ ok: true, value: SEALED }], joinRoom: [joined(SEALED)], ...answers }
  const fixture = await makeRoomFixture({ linkKey, ...options, answers: rooms })
  await until(() => expect(fixture.room.stage().is).toBe('live'))
  return fixture
}

async function sealed(seq: number, text = `text ${seq}`, participantId = 'other'): Promise<Message> {
  const message = exampleMessage(seq, participantId)
  return { ...message, text: await encryptMessage(keyring, message, text) }
}

/** What the page shows of each message. */
const shown = ({ room }: Awaited<ReturnType<typeof begin>>) =>
  room.state.messages.map(({ seq, text, opened }) => [seq, opened ?? 'text', text])

const welcome = (messages: Message[]) => exampleWelcome(messages, undefined, SEALED)
const envelopeIn = (frame: string | undefined) => JSON.parse(frame ?? '{}').data?.text

test('a file that the server alone says of an encrypted message is not offered in its sender’s name', async () => {
  const { room, socket } = await begin()
  socket().receive(welcome([{ ...(await sealed(1)), files: ['f'.repeat(21)] }]))
  await until(() => expect(room.state.messages).toHaveLength(1))
  expect(room.state.messages[0]).toMatchObject({ text: 'text 1', files: undefined })
})

test.each([null, '', linkKey.slice(1), `${linkKey}A`, linkKey.replace(/.$/, '.')])(
  'with "%s" for a key nothing is joined',
  async (damaged) => {
    const fetchRoom = [{ ok: true, value: SEALED }]
    const { room, asked, sockets } = await makeRoomFixture({
      answers: { fetchRoom, joinRoom: [joined(SEALED)] },
      linkKey: damaged === null ? null : parseLinkKey(damaged),
    })
    expect(room.stage()).toMatchObject({ is: 'waiting', prompt: { is: 'invite-link' } })
    expect([asked, sockets]).toEqual([[['fetchRoom']], []])
  },
)

test('with a whole key the room is joined at once, with the proof of the invite link', async () => {
  const { asked, room } = await begin()
  expect(asked).toEqual([['joinRoom', { alias: 'wolf', admission: secret, ifUnkept: true, ifOpen: true }]])
  expect([room.cipher() !== null, room.maxBytes()]).toEqual([true, PAYLOAD_BODY_MAX])
})

test('who comes to a room that is kept is told so before there is a seat, and comes in with the name chosen there', async () => {
  const kept = exampleRoom({ encryption: 'e2ee', closesAt: 2_000_000, retainFor: 60 })
  const { room, asked, sockets } = await makeRoomFixture({
    linkKey,
    answers: {
      fetchRoom: [{ ok: true, value: kept }],
      joinRoom: [refused('transcript-kept'), joined(kept)],
    },
  })
  const greeting = { is: 'greeting', room: kept }
  await until(() => expect(room.stage()).toMatchObject({ is: 'waiting', prompt: greeting }))
  expect(sockets).toEqual([])
  room.answerPrompt({ alias: 'Ben', greeted: true })
  await until(() => expect(room.stage().is).toBe('live'))
  const proof = { admission: secret }
  expect(asked).toEqual([
    ['joinRoom', { alias: 'wolf', ...proof, ifUnkept: true, ifOpen: true }],
    ['fetchRoom'],
    ['joinRoom', { alias: 'Ben', ...proof }],
  ])
})

test('where what is kept can’t be asked for, nobody comes in without being told', async () => {
  const { room } = await makeRoomFixture({
    linkKey,
    answers: { fetchRoom: [refused('unreachable')], joinRoom: [refused('transcript-kept')] },
  })
  const unreachable = { is: 'refused', code: 'unreachable' }
  await until(() => expect(room.stage()).toMatchObject({ is: 'waiting', prompt: unreachable }))
})

test('the key of another invite link leads nowhere', async () => {
  const { room } = await makeRoomFixture({ linkKey, answers: { joinRoom: [refused('wrong-link')] } })
  await until(() => expect(room.stage()).toMatchObject({ prompt: { is: 'refused', code: 'wrong-link' } }))
})

test('a room without encryption is joined without a key, and an envelope in it is just text', async () => {
  const { room, socket, asked } = await makeRoomFixture()
  const envelope = await sealed(1)
  socket().receive(exampleWelcome([envelope]))
  expect(room.state.messages).toEqual([envelope])
  room.sendMessage('hello')
  expect(envelopeIn(socket().sent[0])).toBe('hello')
  expect([room.cipher() !== null, room.maxBytes()]).toEqual([false, MESSAGE_MAX_BYTES])
  expect(asked.at(-1)).toEqual(['joinRoom', { alias: 'wolf' }])
})

test('a server that denies the encryption of a link with a key gets no plain text for it', async () => {
  const { room, socket } = await begin({ answers: { joinRoom: [joined(exampleRoom())] } })
  socket().receive(exampleWelcome([exampleMessage(1)]))
  room.sendMessage('hello')
  await until(() => expect(envelopeIn(socket().sent[0])).toMatch(/^e1\./))
  await until(() => expect(room.state.messages[0]?.opened).toBe('plain'))
})

test('what is typed shows as typed, and what is sent, resent and stored is one envelope', async () => {
  const { room, socket, kept, timers } = await begin()
  socket().receive(welcome([]))
  room.sendMessage('one')
  room.sendMessage('two')
  expect(room.state.pending.map(({ text, state }) => [text, state])).toEqual([
    ['one', 'waiting'],
    ['two', 'waiting'],
  ])
  const [row] = room.state.pending
  await until(() => expect(room.state.pending.map(({ state }) => state)).toEqual(['sending', 'waiting']))
  await until(() => expect(makeOutboxStore(ROOM, 'me', makeFakeStorage(kept)).loadEntries()).toHaveLength(2))
  expect([row?.text, row?.state]).toEqual(['one', 'sending'])
  expect(room.state.pending[0]).toBe(row)
  const [first] = socket().sent
  socket().closeFromServer(1006)
  timers.passTime(1_000)
  socket().receive(welcome([]))
  expect(socket().sent).toEqual([first])
  const stored = [...kept.values()].join()
  expect(stored).toContain(envelopeIn(first))
  expect(stored).not.toMatch(/"(one|two)"/)
})

test('many typed at once keep their order', async () => {
  const { room, socket } = await begin()
  socket().receive(welcome([]))
  const texts = Array.from({ length: 20 }, (_, index) => (index % 3 ? 'x' : 'x'.repeat(5_000)) + index)
  for (const text of texts) room.sendMessage(text)
  for (const [index, text] of texts.entries()) {
    await until(() => expect(socket().sent).toHaveLength(index + 1))
    const { data } = JSON.parse(socket().sent[index] ?? '')
    socket().receive({ event: 'chat.message', data: { ...exampleMessage(index + 1, 'me'), ...data } })
    await until(() => expect(room.state.messages[index]?.text).toBe(text))
  }
  expect(room.state.pending).toEqual([])
})

test('after a reload what is unsent shows as it was typed', async () => {
  const before = await begin()
  before.room.sendMessage('one')
  await until(() => expect(before.kept.size).toBe(1))
  before.dispose()
  const after = await begin({ kept: before.kept })
  await until(() => expect(after.room.state.pending.map(({ text }) => text)).toEqual(['one']))
  after.dispose()
  const other = await begin({ kept: before.kept, linkKey: makeLinkKey() })
  await until(() => expect(other.room.state.pending).toMatchObject([{ text: '', opened: 'unreadable' }]))
})

test('a text that could not be sealed fails visibly, keeps no other back, and can be sent again', async () => {
  const { room, socket } = await begin()
  socket().receive(welcome([]))
  vi.spyOn(crypto.subtle, 'encrypt').mockRejectedValueOnce(new Error('no memory'))
  room.sendMessage('one')
  room.sendMessage('two')
  await until(() => expect(sentIds(socket())).toHaveLength(1))
  expect(room.state.pending).toMatchObject([
    { text: 'two', state: 'sending' },
    { text: 'one', state: 'failed' },
  ])
  room.retryMessage(room.state.pending[1]?.id ?? '')
  await until(() =>
    expect(room.state.pending).toMatchObject([{ text: 'two' }, { text: 'one', state: 'waiting' }]),
  )
})

test('a text that no envelope can hold fails visibly and can be deleted', async () => {
  const { room, kept } = await begin()
  room.sendMessage('x'.repeat(PAYLOAD_BODY_MAX + 1))
  const [row] = room.state.pending
  expect(row).toMatchObject({ state: 'failed', failure: 'message-too-long' })
  room.discardMessage(row?.id ?? '')
  expect([room.state.pending, kept.size]).toEqual([[], 0])
})

test('what comes is opened and stands in order, each message one object for good', async () => {
  const fixture = await begin()
  const { room, socket } = fixture
  socket().receive(welcome([await sealed(1), await sealed(2)]))
  expect(room.state.participants).toHaveLength(1)
  await until(() => expect(room.state.messages).toHaveLength(2))
  const [first] = room.state.messages
  const later = await Promise.all([3, 4, 5].map((seq) => sealed(seq)))
  for (const data of later) socket().receive({ event: 'chat.message', data })
  await until(() => expect(room.state.messages).toHaveLength(5))
  expect(shown(fixture)).toEqual([1, 2, 3, 4, 5].map((seq) => [seq, 'text', `text ${seq}`]))
  expect(room.state.messages[0]).toBe(first)
})

test('a hole is asked for at once, and the cursor waits for no opening', async () => {
  const missed = await Promise.all([2, 3].map((seq) => sealed(seq)))
  const fixture = await begin({
    answers: { fetchMessages: [{ ok: true, value: { messages: missed, lastSeq: 4 } }] },
  })
  const { socket, sockets, asked, timers } = fixture
  const [one, four] = [await sealed(1), await sealed(4)]
  socket().receive(welcome([one]))
  socket().receive({ event: 'chat.message', data: four })
  expect(asked.at(-1)).toEqual(['fetchMessages', { after: 1, limit: 500 }])
  await flushPromises()
  socket().closeFromServer(1006)
  timers.passTime(1_000)
  expect(sockets.at(-1)?.url).toMatch(/after=4$/)
  await until(() => expect(shown(fixture)).toEqual([1, 2, 3, 4].map((seq) => [seq, 'text', `text ${seq}`])))
})

test('one’s own message is on the page at every moment, as pending or as delivered', async () => {
  const { room, socket } = await begin()
  socket().receive(welcome([]))
  room.sendMessage('mine')
  await until(() => expect(socket().sent).toHaveLength(1))
  const [row] = room.state.pending
  const { data } = JSON.parse(socket().sent[0] ?? '')
  socket().receive([
    { event: 'chat.message', data: await sealed(1) },
    { event: 'chat.message', data: { ...exampleMessage(2, 'me'), ...data } },
  ])
  expect([room.state.messages.length, room.state.pending[0]]).toEqual([0, row])
  await until(() => expect(room.state.messages.map(({ text }) => text)).toEqual(['text 1', 'mine']))
  expect(room.state.pending).toEqual([])
})

test('older history comes opened', async () => {
  const page = await Promise.all([1, 2].map((seq) => sealed(seq)))
  const fixture = await begin({
    answers: { fetchMessages: [{ ok: true, value: { messages: page, lastSeq: 3 } }] },
  })
  fixture.socket().receive(welcome([await sealed(3)]))
  await until(() => expect(fixture.room.state.messages).toHaveLength(1))
  await fixture.room.loadOlder()
  expect(shown(fixture)).toEqual([1, 2, 3].map((seq) => [seq, 'text', `text ${seq}`]))
})

test('an envelope moved, replayed, changed or missing keeps its place and is called what it is', async () => {
  const fixture = await begin()
  const good = await sealed(1, 'secret')
  const elsewhere = await Keyring.fromLinkKey(ROOM.replace('V', 'W'), linkKey)
  const moved = await encryptMessage(elsewhere, exampleMessage(4), 'secret')
  const flipped = `${good.text.slice(0, 40)}${good.text[40] === 'A' ? 'B' : 'A'}${good.text.slice(41)}`
  fixture
    .socket()
    .receive(
      welcome([
        good,
        { ...good, seq: 2, id: 'another-id' },
        { ...good, seq: 3, participantId: 'another-sender' },
        { ...exampleMessage(4), text: moved },
        { ...good, seq: 5, text: flipped, id: 'm5' },
        { ...good, seq: 6 },
        { ...exampleMessage(7), text: 'no envelope' },
        await sealed(8, 'fine'),
      ]),
    )
  await until(() => expect(fixture.room.state.messages).toHaveLength(8))
  expect(shown(fixture)).toEqual([
    [1, 'text', 'secret'],
    [2, 'unreadable', ''],
    [3, 'unreadable', ''],
    [4, 'unreadable', ''],
    [5, 'unreadable', ''],
    [6, 'unreadable', ''],
    [7, 'plain', 'no envelope'],
    [8, 'text', 'fine'],
  ])
})

test('the same message received twice, as after a loss, is no replay', async () => {
  const fixture = await begin()
  const messages = [await sealed(1), await sealed(2)]
  fixture.socket().receive(welcome(messages))
  fixture.socket().receive(welcome([...messages, await sealed(3)]))
  await until(() => expect(fixture.room.state.messages).toHaveLength(3))
  expect(shown(fixture).map(([, opened]) => opened)).toEqual(['text', 'text', 'text'])
})

test('nothing but the admission secret of what follows from the key leaves the browser', async () => {
  const fixture = await begin()
  const { room, socket, sockets, asked, kept, timers } = fixture
  socket().receive(welcome([await sealed(1)]))
  room.sendMessage('what nobody else may read')
  room.sendTyping()
  await room.saveDraft('what nobody may read yet')
  await until(() => expect(socket().sent).toHaveLength(2))
  await until(() => expect(kept.size).toBe(2))
  await Promise.all([
    room.loadOlder(),
    lockRoom(room, true),
    extendRoom(room, 1_000),
    removeParticipant(room, 'other', false),
  ])
  socket().closeFromServer(1006)
  timers.passTime(1_000)
  socket().receive(welcome([await sealed(2)]))
  const out = JSON.stringify([asked, sockets.map(({ url, sent }) => [url, sent]), [...kept]])
  const words = toBase64Url(await keyring.deriveSafetyBytes())
  for (const secret of [linkKey, words, 'what nobody']) expect(out).not.toContain(secret)
  expect(out.split(secret)).toHaveLength(2)
})

test('a draft and a poll are kept sealed, come back after a reload, and are gone with the room', async () => {
  const { room, kept, dispose } = await begin()
  expect([await room.loadDraft(), await room.loadPoll()]).toEqual(['', ''])
  await room.savePoll('a drafted poll')
  // The last one counts, whichever is sealed first.
  await Promise.all(['x'.repeat(10_000), 'a', 'a draft'].map((text) => room.saveDraft(text)))
  expect([...kept.values()].join()).not.toContain('draft')
  dispose()
  const again = await begin({ kept })
  expect([await again.room.loadDraft(), await again.room.loadPoll()]).toEqual(['a draft', 'a drafted poll'])
  const late = again.room.saveDraft('too late')
  await again.room.destroyRoom()
  await late
  expect(kept.size).toBe(0)
})

test('in a room without encryption a draft is kept as it is, until there is none', async () => {
  const { room, kept } = await makeRoomFixture()
  await room.saveDraft('a draft')
  expect([...kept.values()]).toEqual(['a draft'])
  expect(await room.loadDraft()).toBe('a draft')
  await room.saveDraft('')
  expect(kept.size).toBe(0)
})

test('thousands of sealed messages are shown', async () => {
  const fixture = await begin()
  const { text } = await sealed(1)
  fixture.socket().receive(welcome(exampleMessages(1, 500).map((message) => ({ ...message, text }))))
  await until(() => expect(fixture.room.state.messages).toHaveLength(500))
  expect(shown(fixture)[0]).toEqual([1, 'text', 'text 1'])
})
