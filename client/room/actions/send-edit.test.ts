import { expect, test } from 'vitest'
import { exampleMessage, exampleWelcome } from '../../../test/support/examples.ts'
import { makeIdleCipher } from '../../../test/support/idle-cipher.ts'
import { MemoryKeyStore } from '../../../test/support/memory-key-store.ts'
import { FILE_DETAILS_MAX } from '../../crypto/epoch-envelope.ts'
import { makeFileKey } from '../../crypto/file-cipher.ts'
import { makeRoomKey } from '../../crypto/room-key.ts'
import { makeRoomApi } from '../../net/room-api.ts'
import { applyEvent } from '../apply.ts'
import { MemberKeys } from '../keys/member-keys.ts'
import type { RotatingCipher } from '../keys/rotating-cipher.ts'
import type { RoomModel } from '../room-model.ts'
import { emptyRoom } from '../room-state.ts'
import { isEditable } from './editable.ts'
import { type GivenEdit, makeEditSender } from './send-edit.ts'

const ROOM = exampleMessage(1).roomId
const given: GivenEdit = { is: 'edit', seq: 1, text: 'better', edit: 1 }

/** A page with a message of its own that answers another. The room refuses edits with these codes in turn, and then stores. */
function makePage(cipher: RotatingCipher | null, ...codes: string[]) {
  const latest = emptyRoom()
  applyEvent(latest, exampleWelcome([{ ...exampleMessage(1, 'me'), replyTo: 7 }]), 0)
  const own = latest.messages[0]
  if (own === undefined) throw new Error('the page has no message')
  const sent: { text: string; edit: number }[] = []
  const api = makeRoomApi({
    base: 'https://chat.example/',
    async fetch(_, init) {
      const edit = JSON.parse(String(init?.body))
      sent.push(edit)
      const code = codes.shift()
      if (code) return Response.json({ error: { code, message: '' } }, { status: 409 })
      return Response.json({ ...exampleMessage(1, 'me'), ...edit, editedAt: 5, rev: 3 })
    },
  })
  const runCommand: RoomModel['runCommand'] = async (call, apply) => {
    const reply = await call(api, ROOM)
    if (reply.ok) apply?.(latest, reply.value)
    return reply
  }
  const send = makeEditSender({ state: latest, cipher: () => cipher, runCommand })
  return { latest, own, sent, send, shown: () => latest.messages[0] }
}

/** Keys that the room gives in two epochs. */
async function makeCipher() {
  const keys = await MemberKeys.makeKeys(ROOM, new MemoryKeyStore())
  await keys.takeKey({ epoch: 1, key: makeRoomKey() }, { door: null, password: null })
  const cipher = makeIdleCipher(keys)
  cipher.catchUp = async () => {
    await keys.takeKey({ epoch: 2, key: makeRoomKey() }, { door: null, password: null })
    return true
  }
  return cipher
}

test('an edit that is stored stands there at once, and is not taken again when everyone is told', async () => {
  const { latest, sent, send, shown } = makePage(null)
  expect((await send(given)).ok).toBe(true)
  expect(sent).toEqual([{ text: 'better', edit: 1 }])
  expect(shown()).toMatchObject({ text: 'better', edit: 1, editedAt: 5, replyTo: 7 })
  expect(latest.updates[1]).toMatchObject({ text: 'better', edit: 1 })
})

test('an edit is encrypted under its own number, with what it answers, and sent again as it was', async () => {
  const cipher = await makeCipher()
  const { sent, send, shown } = makePage(cipher, 'unreachable')
  expect((await send(given)).ok).toBe(false)
  await send(given)
  expect(sent[0]).toEqual(sent[1])
  expect(shown()?.text).toBe('better')
  const address = { participantId: 'me', id: 'm1' }
  const read = (edit: number) => cipher.decryptMessage({ ...address, edit }, sent[1]?.text ?? '')
  expect(await read(1)).toMatchObject({ text: 'better', replyTo: 7 })
  expect(await read(0)).toMatchObject({ is: 'unreadable' })
})

test('an edit of a text beside a file leaves the file as it is, and leaves room for what is said of it', async () => {
  const cipher = await makeCipher()
  const { own, sent, send, shown } = makePage(cipher)
  const file = {
    id: exampleMessage(1).roomId,
    key: makeFileKey(),
    name: 'a',
    type: 'a/b',
    size: 1,
    chunks: 1,
  }
  Object.assign(own, { files: [file.id], attached: [file] })
  expect(isEditable(own, 'me')).toBe(true)
  expect(isEditable({ ...own, text: '' }, 'me')).toBe(false)
  expect(isEditable({ ...own, attached: [] }, 'me')).toBe(false)
  const most = cipher.textMax - FILE_DETAILS_MAX
  expect((await send({ ...given, text: 'x'.repeat(most + 1) })).refusal?.code).toBe('message-too-long')
  expect((await send({ ...given, text: 'x'.repeat(most) })).ok).toBe(true)
  const address = { participantId: 'me', id: 'm1', edit: 1 }
  expect(await cipher.decryptMessage(address, sent[0]?.text ?? '')).toMatchObject({ attached: [file] })
  expect(shown()).toMatchObject({ files: [file.id], attached: [file] })
})

test('an edit that a rotation overtook is encrypted anew', async () => {
  const { sent, send, shown } = makePage(await makeCipher(), 'stale-epoch')
  expect((await send(given)).ok).toBe(true)
  expect(sent.map(({ text }) => text.slice(0, 5))).toEqual(['e2.1.', 'e2.2.'])
  expect(shown()?.text).toBe('better')
})

test('an edit whose answer was lost is done once the room told of it', async () => {
  const { latest, sent, send } = makePage(null, 'unreachable')
  await send(given)
  Object.assign(latest.messages[0] ?? {}, { text: 'better', edit: 1 })
  expect((await send(given)).ok).toBe(true)
  expect(sent).toHaveLength(1)
})

test('what was taken back meanwhile can’t be edited, and of two tabs that edit at once one is refused', async () => {
  const { latest, sent, send } = makePage(null, 'stale-edit')
  expect((await send(given)).refusal?.code).toBe('stale-edit')
  Object.assign(latest.messages[0] ?? {}, { deletedAt: 1 })
  expect((await send(given)).refusal?.code).toBe('message-not-found')
  expect(sent).toHaveLength(1)
})
