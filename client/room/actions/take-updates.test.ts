import { expect, test } from 'vitest'
import type { MessageUpdate } from '../../../protocol/message-update.ts'
import { exampleMessage, exampleMessages, exampleWelcome } from '../../../test/support/examples.ts'
import { makeIdleCipher } from '../../../test/support/idle-cipher.ts'
import { MemoryKeyStore } from '../../../test/support/memory-key-store.ts'
import { makeRoomKey } from '../../crypto/room-key.ts'
import { applyEvent } from '../apply.ts'
import { makeDecryptMessages } from '../decrypt-messages.ts'
import { MemberKeys } from '../keys/member-keys.ts'
import { prependPage } from '../message-order.ts'
import { emptyRoom, type RoomMessage } from '../room-state.ts'
import { renewTexts } from './renew-texts.ts'
import { takeUpdates } from './take-updates.ts'

/** A page that has messages 3 to 5 of `other`, of a room without encryption unless `decrypt` is given. */
function makePage(decrypt: (messages: RoomMessage[]) => Promise<void> = async () => {}) {
  const latest = emptyRoom()
  applyEvent(latest, exampleWelcome(exampleMessages(3, 5)), 0)
  const options = {
    mutate: (run: (state: typeof latest) => void) => run(latest),
    decrypt,
    isStopped: () => false,
  }
  const take = (...updates: MessageUpdate[]) => takeUpdates(options, updates)
  return { latest, take, texts: () => latest.messages.map(({ text }) => text) }
}

const edited = (seq: number, edit: number, rev = edit): MessageUpdate => ({
  seq,
  rev,
  text: `edit ${edit}`,
  edit,
  editedAt: 1,
})
const takenBack = (seq: number, rev = 9): MessageUpdate => ({ seq, rev, text: '', deletedAt: 2 })

test('an edited message stands where it stood, as another object in another list', async () => {
  const { latest, take, texts } = makePage()
  const [before, list] = [latest.messages[1], latest.messages]
  await take(edited(4, 1, 7))
  expect(texts()).toEqual(['text 3', 'edit 1', 'text 5'])
  expect([latest.rev, latest.messages === list, latest.messages[1] === before]).toEqual([7, false, false])
  expect(before?.text).toBe('text 4')
})

test('of edits the newest counts, in whatever order and however often they arrive', async () => {
  const { take, texts } = makePage()
  await take(edited(4, 2))
  await take(edited(4, 1), edited(3, 1))
  await take(edited(4, 2))
  expect(texts()).toEqual(['edit 1', 'edit 2', 'text 5'])
})

test('of what was taken back nothing is left but whose it was and when, and no edit brings it back', async () => {
  const { latest, take } = makePage()
  Object.assign(latest.messages[1] ?? {}, { kind: 'poll', options: ['a'], replyTo: 1, files: ['f'] })
  await take(takenBack(4))
  await take(edited(4, 3, 10))
  const { id, seq, roomId, participantId, sender, timestamp } = exampleMessage(4)
  expect(JSON.parse(JSON.stringify(latest.messages[1]))).toEqual({
    ...{ id, seq, roomId, participantId, sender, timestamp },
    text: '',
    deletedAt: 2,
  })
  expect(latest.updates[4]?.text).toBe('')
})

test('a page of history that was read before a change is brought up to it', async () => {
  const { latest, take, texts } = makePage()
  const page = exampleMessages(1, 2)
  await take(edited(1, 1), takenBack(2))
  renewTexts(page, latest.updates)
  prependPage(latest, page)
  expect(texts()).toEqual(['edit 1', '', 'text 3', 'text 4', 'text 5'])
  expect(latest.messages[1]?.deletedAt).toBe(2)
})

test('one that is read after the change stays as it was read', async () => {
  const { latest, take } = makePage()
  await take(edited(1, 1))
  const [newer] = exampleMessages(1, 1)
  const page = [{ ...newer, text: 'edit 2', edit: 2 } as RoomMessage]
  renewTexts(page, latest.updates)
  expect(page[0]?.text).toBe('edit 2')
})

test('where a later edit is decrypted sooner, it stays', async () => {
  const waiting: (() => void)[] = []
  const { take, texts } = makePage(() => new Promise((resolve) => waiting.push(resolve)))
  const both = [take(edited(4, 1)), take(edited(4, 2))]
  for (const release of waiting.reverse()) release()
  await Promise.all(both)
  expect(texts()[1]).toBe('edit 2')
})

test('in an encrypted room an edit opens under its own number alone, with its name and what it answers', async () => {
  const keys = await MemberKeys.makeKeys(exampleMessage(1).roomId, new MemoryKeyStore())
  await keys.takeKey({ epoch: 1, key: makeRoomKey() }, { door: null, password: null })
  const cipher = makeIdleCipher(keys)
  const { latest, take } = makePage(makeDecryptMessages(cipher))
  const seal = (edit: number, text: string, replyTo?: number) =>
    cipher.encryptMessage({ participantId: 'other', id: 'm4', edit }, text, { replyTo })
  const first = await seal(1, 'one', 3)
  const second = await seal(2, 'two')
  const update = (edit: number, text: string) => ({ ...edited(4, edit), text })
  const shown = () => latest.messages[1]

  await take(update(1, first))
  expect(shown()).toMatchObject({ text: 'one', sender: 'Ada', animal: 'other', replyTo: 3 })
  await take(update(2, second))
  expect(shown()).toMatchObject({ text: 'two', sender: 'Ada', animal: 'other', replyTo: undefined })
  // An operator tells an older edit again, under its own number and under a higher one.
  await take(update(1, first))
  expect(shown()?.text).toBe('two')
  await take(update(3, first))
  expect(shown()).toMatchObject({ text: '', opened: 'unreadable' })
})
