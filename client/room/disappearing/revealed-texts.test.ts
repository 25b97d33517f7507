import { createRoot } from 'solid-js'
import { expect, onTestFinished, test } from 'vitest'
import { ok } from '../../../protocol/refusal.ts'
import { exampleMessage, exampleRoom, exampleWelcome } from '../../../test/support/examples.ts'
import { makeIdleCipher } from '../../../test/support/idle-cipher.ts'
import { MemoryKeyStore } from '../../../test/support/memory-key-store.ts'
import { makeRoomFixture, refused } from '../../../test/support/room-fixture.ts'
import { makeRoomKey } from '../../crypto/room-key.ts'
import { MemberKeys } from '../keys/member-keys.ts'
import type { RotatingCipher } from '../keys/rotating-cipher.ts'
import type { RoomMessage } from '../room-state.ts'
import { createRevealedTexts } from './revealed-texts.ts'

const START = exampleRoom().serverTime
const concealed = (seq: number): RoomMessage => ({ ...exampleMessage(seq), text: '', burn: 10 })
const answer = (text = 'a secret') => ({ ok: true, value: { text, until: START + 10_300 } })

/** A page with the concealed message 1. The room gives these answers to who reveals it. */
async function begin(answers: unknown[], messages = [concealed(1)], cipher: RotatingCipher | null = null) {
  const fixture = await makeRoomFixture({ answers: { call: answers } })
  fixture.socket().receive(exampleWelcome(messages))
  const room = { ...fixture.room, cipher: () => cipher }
  const texts = createRoot((dispose) => {
    onTestFinished(dispose)
    return createRevealedTexts(room, fixture.timers)
  })
  return { ...fixture, room, texts, reveal: () => texts.revealText(concealed(1)) }
}

/** Keys, and what they encrypt as the message 1 of its sender. */
async function makeEnvelope() {
  const keys = await MemberKeys.makeKeys(exampleMessage(1).roomId, new MemoryKeyStore())
  await keys.takeKey({ epoch: 1, key: makeRoomKey() }, { door: null, password: null })
  const cipher = makeIdleCipher(keys)
  return {
    cipher,
    encrypt: (id: string) => cipher.encryptMessage({ participantId: keys.participantId, id }, 'a secret'),
    participantId: keys.participantId,
  }
}

test('a revealed text is shown until its time has run out, to the millisecond and without a word of the room', async () => {
  const { texts, reveal, timers, room, asked } = await begin([answer()])
  expect([texts.textOf(1), await reveal()]).toEqual([undefined, null])
  expect(asked.at(-1)?.[0]).toBe('POST /api/rooms/:id/messages/:seq/reveal')
  timers.passTime(10_299)
  expect(texts.textOf(1)).toMatchObject({ is: 'shown', text: 'a secret' })
  // Nothing else that reads messages has it.
  expect(JSON.stringify([room.state.messages, room.state.updates])).not.toContain('secret')
  timers.passTime(1)
  expect(texts.textOf(1)).toEqual({ is: 'read' })
})

test('why it did not come is said, and it can be asked for again', async () => {
  const { texts, reveal } = await begin([refused('unreachable'), refused('message-not-found'), answer()])
  expect([await reveal(), await reveal(), texts.textOf(1)]).toEqual([
    'unreachable',
    'message-not-found',
    undefined,
  ])
  expect([await reveal(), texts.textOf(1)]).toMatchObject([null, { text: 'a secret' }])
})

test('a text that is deleted meanwhile goes at once, and everything goes with the room', async () => {
  const { texts, reveal, room, socket } = await begin([answer()])
  await reveal()
  const update = { seq: 1, rev: 1, text: '', deletedAt: 1 }
  await room.runCommand(
    async () => ok(),
    (latest) => Object.assign(latest, { updates: { 1: update } }),
  )
  expect(texts.textOf(1)).toEqual({ is: 'read' })
  socket().receive({ event: 'chat.destroy', data: { isDestroyed: true, reason: 'destroyed' } })
  expect(texts.textOf(1)).toBeUndefined()
})

test('a message that stands elsewhere, too, is not shown again', async () => {
  const again = { ...concealed(2), id: exampleMessage(1).id }
  const { texts, reveal } = await begin([answer()], [concealed(1), again])
  await reveal()
  expect(texts.textOf(1)).toMatchObject({ text: '', opened: 'unreadable' })
})

test.each([
  { what: 'its own message', id: 'own', shown: { text: 'a secret', opened: undefined } },
  { what: 'no other', id: 'other', shown: { text: '', opened: 'unreadable' } },
])('an envelope opens as $what', async ({ id, shown }) => {
  const { cipher, encrypt, participantId } = await makeEnvelope()
  const { texts } = await begin([answer(await encrypt('own'))], [concealed(1)], cipher)
  await texts.revealText({ ...concealed(1), participantId, id })
  expect(texts.textOf(1)).toMatchObject(shown)
})
