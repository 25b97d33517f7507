import { expect, test } from 'vitest'
import type { Message } from '../../protocol/message.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { exampleMessage, exampleMessages, exampleRoom, exampleWelcome } from '../../test/support/examples.ts'
import { applyEvent } from './apply.ts'
import { addMessages, addNewest, lastSeq, prependPage } from './message-order.ts'
import type { RoomState } from './room-state.ts'
import { emptyRoom } from './room-state.ts'
import { expireTyping, TYPING_SHOWN_FOR } from './typing.ts'

const messageEvent = (seq: number, participantId?: string): RoomEvent => ({
  event: 'chat.message',
  data: exampleMessage(seq, participantId),
})
const other = { participantId: 'other', alias: 'wolf', role: 'participant' } as const
const presence = (
  event: 'presence.join' | 'presence.leave' | 'presence.update',
  present: number,
  data = {},
) => ({ event, data: { ...other, present, ...data } }) as RoomEvent

/** A room that has welcomed `me` with messages 1 to `messages`. */
function welcomed(messages = 0, room = exampleRoom()): RoomState {
  const state = emptyRoom()
  applyEvent(state, exampleWelcome(messages ? exampleMessages(1, messages) : [], messages, room), 0)
  return state
}

const seqs = (messages: readonly Message[]) => messages.map(({ seq }) => seq)

test('the welcome has the own participant, who is here, and the messages', () => {
  const state = welcomed(3)
  expect(state.me).toEqual({ participantId: 'me', alias: 'me', role: 'participant' })
  expect(state.participants).toHaveLength(1)
  expect([state.present, lastSeq(state), state.complete]).toEqual([1, 3, true])
})

test('oneself has the alias of the room beside the name, as everybody else: names that look alike show it', () => {
  const state = emptyRoom()
  const welcome = exampleWelcome([])
  if (welcome.event === 'room.welcome')
    welcome.data.participants = welcome.data.participants.map((one) => ({
      ...one,
      animal: 'anonymous-otter',
    }))
  applyEvent(state, welcome, 0)
  expect(state.me).toMatchObject({ participantId: 'me', alias: 'me', animal: 'anonymous-otter' })
})

test.each([
  { what: 'nothing was said', messages: [], complete: true },
  { what: 'the first message is there', messages: exampleMessages(1, 100), complete: true },
  { what: 'only the newest are there', messages: exampleMessages(2, 101), complete: false },
])('when $what, history is complete: $complete', ({ messages, complete }) => {
  const state = emptyRoom()
  expect(applyEvent(state, exampleWelcome(messages), 0).missing).toBeNull()
  expect(state.complete).toBe(complete)
})

test('a welcome without messages in a room that has some says that they are missing; the newest are asked for', () => {
  const state = emptyRoom()
  expect(applyEvent(state, exampleWelcome([], 250), 0).missing).toBe(0)
  expect(state.complete).toBe(false)
  // What is said meanwhile waits for them.
  applyEvent(state, messageEvent(251), 0)
  expect(addNewest(state, exampleMessages(200, 250), 251).missing).toBeNull()
  expect([seqs(state.messages).at(0), lastSeq(state), state.complete]).toEqual([200, 251, false])
})

test('messages in order are appended', () => {
  const state = welcomed(1)
  expect([2, 3, 4].map((seq) => applyEvent(state, messageEvent(seq), 0).missing)).toEqual([null, null, null])
  expect(seqs(state.messages)).toEqual([1, 2, 3, 4])
})

test('what is known already changes nothing', () => {
  const state = welcomed(3)
  for (const seq of [3, 1]) expect(applyEvent(state, messageEvent(seq), 0).missing).toBeNull()
  expect(seqs(state.messages)).toEqual([1, 2, 3])
  expect(state.ahead).toEqual([])
})

test('a message ahead of a hole is not shown, and the hole is reported', () => {
  const state = welcomed(2)
  expect(applyEvent(state, messageEvent(4), 0).missing).toBe(2)
  expect(seqs(state.messages)).toEqual([1, 2])
  expect(seqs(state.ahead)).toEqual([4])
})

test('a filled hole lets through what waited behind it, whatever order that came in', () => {
  const state = welcomed(2)
  for (const seq of [7, 5, 4, 5]) applyEvent(state, messageEvent(seq), 0)
  expect(seqs(state.ahead)).toEqual([4, 5, 7])
  expect(applyEvent(state, messageEvent(3), 0).missing).toBe(5)
  expect(seqs(state.messages)).toEqual([1, 2, 3, 4, 5])
  expect(seqs(state.ahead)).toEqual([7])
  expect(addMessages(state, [exampleMessage(6)], 7).missing).toBeNull()
  expect(seqs(state.messages)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(state.ahead).toEqual([])
})

test('any order of arrival ends in the same messages, each once', () => {
  const expected = exampleMessages(1, 30)
  for (let round = 0; round < 20; round++) {
    // A fixed shuffle of its own for each round, with some twice.
    const arrivals = [...expected, ...exampleMessages(5, 15)]
      .map((message, index) => ({ message, place: Math.sin(index * 12.9898 + round * 78.233) }))
      .sort((a, b) => a.place - b.place)
    const state = welcomed(0)
    for (const { message } of arrivals) {
      applyEvent(state, { event: 'chat.message', data: message }, 0)
      expect(seqs(state.messages)).toEqual(seqs(expected).slice(0, state.messages.length))
    }
    expect(seqs(state.messages)).toEqual(seqs(expected))
    expect(state.ahead).toEqual([])
  }
})

test('a welcome after a loss adds what was missed and nothing twice', () => {
  const state = welcomed(3)
  applyEvent(state, messageEvent(5), 0)
  expect(applyEvent(state, exampleWelcome(exampleMessages(4, 6)), 0).missing).toBeNull()
  expect(seqs(state.messages)).toEqual([1, 2, 3, 4, 5, 6])
  expect(state.ahead).toEqual([])
})

test('a welcome that doesn’t reach the newest message reports the rest', () => {
  const state = welcomed(3)
  expect(applyEvent(state, exampleWelcome(exampleMessages(4, 503), 700), 0).missing).toBe(503)
  expect(addMessages(state, exampleMessages(504, 700), 700).missing).toBeNull()
  expect(lastSeq(state)).toBe(700)
})

test('a welcome without a cursor that starts behind a hole shows nothing out of order', () => {
  const state = welcomed(3)
  expect(applyEvent(state, exampleWelcome(exampleMessages(10, 12)), 0).missing).toBe(3)
  expect(seqs(state.messages)).toEqual([1, 2, 3])
})

test.each([
  { by: 'a message', event: messageEvent(1, 'me'), left: ['m2'] },
  { by: 'a welcome', event: exampleWelcome([exampleMessage(1, 'me'), exampleMessage(2, 'me')]), left: [] },
  { by: 'a message of somebody else under the same id', event: messageEvent(1), left: ['m1', 'm2'] },
])('what is confirmed by $by is not pending any more', ({ event, left }) => {
  const state = welcomed(0)
  state.pending = ['m1', 'm2'].map((id) => ({ id, text: id, typedAt: 0, state: 'sending' }))
  const { delivered } = applyEvent(state, event, 0)
  expect(state.pending.map(({ id }) => id)).toEqual(left)
  expect(delivered).toEqual(['m1', 'm2'].filter((id) => !left.includes(id)))
})

test('a message of one’s own that was stored long ago is delivered all the same', () => {
  const state = emptyRoom()
  applyEvent(state, exampleWelcome(exampleMessages(101, 200)), 0)
  expect(applyEvent(state, messageEvent(7, 'me'), 0).delivered).toEqual(['m7'])
  expect(state.messages[0]?.seq).toBe(101)
})

test('older pages go in front until the first message is there', () => {
  const state = emptyRoom()
  applyEvent(state, exampleWelcome(exampleMessages(151, 250)), 0)
  prependPage(state, exampleMessages(51, 150))
  expect([state.messages[0]?.seq, state.messages.length, state.complete]).toEqual([51, 200, false])
  prependPage(state, exampleMessages(1, 50))
  expect([state.messages[0]?.seq, state.messages.length, state.complete]).toEqual([1, 250, true])
})

test('an older page that came twice, or leaves a hole, is ignored; an empty one means the end', () => {
  const state = emptyRoom()
  applyEvent(state, exampleWelcome(exampleMessages(51, 60)), 0)
  prependPage(state, exampleMessages(1, 40))
  expect([state.messages[0]?.seq, state.complete]).toEqual([51, false])
  prependPage(state, exampleMessages(41, 50))
  prependPage(state, exampleMessages(41, 50).slice(0, 5))
  expect([state.messages[0]?.seq, state.messages.length]).toEqual([41, 20])
  prependPage(state, [])
  expect(state.complete).toBe(true)
})

test('who comes is added, who goes is taken away, and the number is the room’s', () => {
  const state = welcomed()
  applyEvent(state, presence('presence.join', 2), 0)
  applyEvent(state, presence('presence.join', 2), 0)
  expect(state.participants.map(({ alias }) => alias)).toEqual(['me', 'wolf'])
  expect(state.present).toBe(2)
  applyEvent(state, presence('presence.leave', 1), 0)
  applyEvent(state, presence('presence.leave', 1), 0)
  expect(state.participants.map(({ alias }) => alias)).toEqual(['me'])
  expect(state.present).toBe(1)
})

test('a new name shows for others and for oneself', () => {
  const state = welcomed()
  applyEvent(state, presence('presence.join', 2), 0)
  applyEvent(state, presence('presence.update', 2, { alias: 'fox' }), 0)
  applyEvent(state, presence('presence.update', 2, { participantId: 'me', alias: 'owl' }), 0)
  expect(state.participants.map(({ alias }) => alias)).toEqual(['owl', 'fox'])
  expect(state.me?.alias).toBe('owl')
})

test('the roles of those who were seen are known, also after they left', () => {
  const state = welcomed()
  expect(state.roles).toEqual({})
  applyEvent(state, presence('presence.join', 2, { role: 'host' }), 0)
  applyEvent(state, presence('presence.leave', 1, { role: 'host' }), 0)
  expect(state.roles).toEqual({ other: 'host' })
  applyEvent(state, presence('presence.join', 2), 0)
  expect(state.roles.other).toBe('participant')
  const participants = [{ participantId: 'cleo', alias: 'Cleo', role: 'facilitator' as const }]
  applyEvent(state, { event: 'presence.count', data: { present: 1, participants } }, 0)
  expect(state.roles.cleo).toBe('facilitator')
})

test('a new name of somebody who isn’t here adds nobody', () => {
  const state = welcomed()
  applyEvent(state, presence('presence.update', 1), 0)
  expect(state.participants).toHaveLength(1)
})

test('in a large room people are only counted', () => {
  const state = welcomed()
  for (let count = 2; count <= 250; count++) {
    applyEvent(state, presence('presence.join', count, { participantId: `p${count}` }), 0)
  }
  applyEvent(state, { event: 'presence.count', data: { present: 4_000 } }, 0)
  expect(state.participants).toHaveLength(200)
  expect(state.present).toBe(4_000)
})

test('in a large room the welcome names oneself alone, and those who manage it are named later', () => {
  const state = welcomed(0, { ...exampleRoom(), present: 1_000 })
  applyEvent(state, presence('presence.update', 1_000, { participantId: 'hal', role: 'host' }), 0)
  const me = { participantId: 'me', alias: 'me', role: 'participant' }
  expect([state.present, state.participants, state.roles]).toEqual([1_000, [me], { hal: 'host' }])
})

test('who went while people were only counted is gone once they are named again', () => {
  const state = welcomed()
  applyEvent(state, presence('presence.join', 2, { participantId: 'gone' }), 0)
  const participants = [
    { participantId: 'me', alias: 'me', role: 'participant' as const },
    { participantId: 'new', alias: 'fox', role: 'participant' as const },
  ]
  applyEvent(state, { event: 'presence.count', data: { present: 2, participants } }, 0)
  expect([state.present, state.participants]).toEqual([2, participants])
})

test('somebody types for some seconds after saying so', () => {
  const state = welcomed()
  applyEvent(state, { event: 'chat.typing', data: { participantId: 'other' } }, 100)
  applyEvent(state, { event: 'chat.typing', data: { participantId: 'third' } }, 1_100)
  expireTyping(state, 100 + TYPING_SHOWN_FOR - 1)
  expect(Object.keys(state.typing)).toEqual(['other', 'third'])
  expireTyping(state, 100 + TYPING_SHOWN_FOR)
  expect(Object.keys(state.typing)).toEqual(['third'])
})

test.each([
  { what: 'their message', event: messageEvent(1) },
  { what: 'their leaving', event: presence('presence.leave', 1) },
  { what: 'a new welcome', event: exampleWelcome([]) },
])('$what ends typing', ({ event }) => {
  const state = welcomed()
  applyEvent(state, { event: 'chat.typing', data: { participantId: 'other' } }, 0)
  applyEvent(state, event, 0)
  expect(state.typing).toEqual({})
})

test('one is never shown as typing oneself', () => {
  const state = welcomed()
  applyEvent(state, { event: 'chat.typing', data: { participantId: 'me' } }, 0)
  expect(state.typing).toEqual({})
})

test('a change of the room is taken over, also an earlier end', () => {
  const state = welcomed()
  applyEvent(
    state,
    { event: 'room.update', data: exampleRoom({ locked: true, expiresAt: 1_200_000, present: 7 }) },
    0,
  )
  expect(state.room).toMatchObject({ locked: true, expiresAt: 1_200_000 })
  expect(state.present).toBe(7)
})

test.each([
  { expiry: 'fixed', expiresAt: 1_600_000, at: 1_300_000, end: 1_600_000 },
  { expiry: 'sliding', expiresAt: 1_600_000, at: 1_300_000, end: 1_900_000 },
  // A host gave more time than a message does.
  { expiry: 'sliding', expiresAt: 2_500_000, at: 1_300_000, end: 2_500_000 },
] as const)('a message at $at in a $expiry room that ends at $expiresAt makes it end at $end', (each) => {
  const state = welcomed(0, exampleRoom({ expiry: each.expiry, expiresAt: each.expiresAt }))
  applyEvent(state, { event: 'chat.message', data: { ...exampleMessage(1), timestamp: each.at } }, 0)
  expect(state.room?.expiresAt).toBe(each.end)
})

test('the end, errors and events of a later version change nothing', () => {
  const state = welcomed(1)
  const before = structuredClone(state)
  applyEvent(state, { event: 'chat.destroy', data: { isDestroyed: true, reason: 'expired' } }, 0)
  applyEvent(state, { event: 'error', data: { code: 'slow-down', message: 'Wait.', id: 'm1' } }, 0)
  const later: RoomEvent = JSON.parse('{"event":"chat.later","data":{}}')
  applyEvent(state, later, 0)
  expect(state).toEqual(before)
})

test('a host sees who waits at the door, in the order of knocking, until they are gone', () => {
  const state = welcomed()
  const knock = (participantId: string): RoomEvent => ({
    event: 'door.knock',
    data: { participantId, alias: participantId },
  })
  for (const id of ['ben', 'cleo', 'ben']) applyEvent(state, knock(id), 0)
  expect(state.waiting.map(({ participantId }) => participantId)).toEqual(['cleo', 'ben'])
  applyEvent(state, { event: 'door.gone', data: { participantId: 'cleo' } }, 0)
  expect(state.waiting.map(({ participantId }) => participantId)).toEqual(['ben'])
  // Whoever waits now is in the welcome, and who is no host any more hears of nobody.
  applyEvent(state, exampleWelcome([]), 0)
  expect(state.waiting).toEqual([])
  applyEvent(state, knock('dora'), 0)
  applyEvent(state, presence('presence.update', 1, { participantId: 'me', alias: 'me' }), 0)
  expect(state.waiting).toEqual([])
})
