import { createRoot } from 'solid-js'
import { expect, onTestFinished, test, vi } from 'vitest'
import { exampleMessage, exampleWelcome } from '../../../test/support/examples.ts'
import { makeRoomFixture, type RoomFixtureOptions } from '../../../test/support/room-fixture.ts'
import { compositionOf } from './composition.ts'

/** A page with a message of another (1), a poll of one's own (3) and a text of one's own (2), and its message box. */
async function begin(answers: RoomFixtureOptions['answers'] = {}) {
  const { room, socket, asked } = await makeRoomFixture({ answers })
  const mine = (seq: number) => exampleMessage(seq, 'me')
  const poll = { ...mine(3), kind: 'poll' as const, options: ['a', 'b'] }
  socket().receive(exampleWelcome([exampleMessage(1), mine(2), poll]))
  const box = { text: '', said: '' }
  const composition = createRoot((dispose) => {
    onTestFinished(dispose)
    return compositionOf(room)
  })
  composition.attach({
    text: () => box.text,
    write: (text) => {
      box.text = text
    },
    focus: () => {},
    say: (text) => {
      box.said = text
    },
  })
  const send = (text: string) => {
    box.text = text
    return composition.send(text)
  }
  const waiting = () => room.state.pending.map(({ text, replyTo }) => [text, replyTo])
  return { room, composition, box, send, waiting, asked }
}

test('an answer is sent with what it answers, and the next message is one of its own', async () => {
  const { composition, send, waiting, box } = await begin()
  composition.startReply(1)
  expect(send('yes')).toBe(true)
  expect([box.text, composition.target(), send('next')]).toEqual(['', null, false])
  expect(waiting()).toEqual([['yes', 1]])
})

test('the last text of one’s own is edited, and no poll; what was there before comes back, with what it answered', async () => {
  const { composition, box } = await begin()
  box.text = 'half a thought'
  composition.startReply(1)
  composition.startEdit(exampleMessage(2, 'me'))
  expect([box.text, composition.target()]).toMatchObject(['text 2', { is: 'edit', seq: 2, edit: 1 }])
  composition.cancel()
  expect([box.text, composition.target()]).toEqual(['half a thought', { is: 'reply', seq: 1 }])
  composition.cancel()
  box.text = ''
  composition.editLast()
  expect([box.text, composition.target()]).toMatchObject(['text 2', { is: 'edit', seq: 2 }])
})

test('what was not changed is not sent', async () => {
  const { composition, send, asked, waiting } = await begin()
  composition.editLast()
  expect(send('text 2')).toBe(true)
  expect([composition.target(), waiting(), asked.some(([call]) => String(call).startsWith('PATCH'))]).toEqual(
    [null, [], false],
  )
})

test('where what is answered was taken back, what was typed stays, and is sent without it', async () => {
  const { room, composition, send, waiting } = await begin()
  composition.startReply(1)
  expect(composition.isGone()).toBe(false)
  await room.runCommand(
    async () => ({ ok: true, value: null }),
    (latest) => {
      latest.updates = { 1: { seq: 1, rev: 1, text: '', deletedAt: 5 } }
    },
  )
  expect(composition.isGone()).toBe(true)
  expect(send('all the same')).toBe(true)
  expect(waiting()).toEqual([['all the same', undefined]])
})

test('an edit that the room does not take says why, and its text is in the box again where that is free', async () => {
  const { composition, send, box, asked } = await begin({
    call: [{ ok: false, refusal: { code: 'stale-edit', message: '' } }],
  })
  composition.editLast()
  send('better')
  await vi.waitFor(() => expect(box.text).toBe('better'), { timeout: 15_000 })
  expect(asked.at(-1)).toMatchObject([
    'PATCH /api/rooms/:id/messages/:seq',
    { json: { text: 'better', edit: 1 } },
  ])
  expect(composition.target()).toMatchObject({ is: 'edit', seq: 2 })
  expect(box.said).toMatch(/edited elsewhere/)
})
