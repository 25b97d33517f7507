import { expect, test } from 'vitest'
import { exampleMessage, exampleMessages, exampleWelcome } from '../../../test/support/examples.ts'
import { makeFakeTimers } from '../../../test/support/fake-timers.ts'
import { takeUpdates } from '../actions/take-updates.ts'
import { applyEvent } from '../apply.ts'
import { prependPage } from '../message-order.ts'
import { emptyRoom, type RoomMessage } from '../room-state.ts'
import { LOOK_AGAIN, makeHiding } from './make-hiding.ts'

/** A page with messages 3 to 5, of which the fourth disappears ten seconds after it was said, at 0. */
function makePage() {
  const latest = emptyRoom()
  const messages: RoomMessage[] = exampleMessages(3, 5).map((message) => ({ ...message, timestamp: 0 }))
  Object.assign(messages[1] ?? {}, { expires: 10, options: ['a'] })
  applyEvent(latest, exampleWelcome(messages), 0)
  const timers = makeFakeTimers()
  const clock = { ahead: 0, isStopped: false }
  const mutate = (run: (state: typeof latest) => void) => run(latest)
  const hiding = makeHiding({
    mutate,
    timers,
    serverNow: () => timers.now() + clock.ahead,
    isStopped: () => clock.isStopped,
  })
  hiding.watchMessages(messages)
  const texts = () => latest.messages.map(({ text }) => text)
  return { latest, messages, timers, clock, hiding, mutate, texts }
}

test('a message disappears at its time, as another object, and all that follows changed texts is told', () => {
  const { latest, messages, timers, texts } = makePage()
  const before = latest.messages[1]
  timers.passTime(9_999)
  expect([texts()[1], latest.updates]).toEqual(['text 4', {}])
  timers.passTime(1)
  expect(latest.messages[1]).toMatchObject({ seq: 4, text: '', deletedAt: 10_000, deletedBy: 'expires' })
  expect(latest.messages[1] === before).toBe(false)
  expect(latest.updates[4]).toMatchObject({ deletedBy: 'expires', deletedAt: 10_000 })
  expect([messages[1]?.text, messages[1]?.options, texts()]).toEqual([
    '',
    undefined,
    ['text 3', '', 'text 5'],
  ])
  expect(timers.waitingCount).toBe(0)
})

test('the server’s clock counts: put right, it hides what is due within a second', () => {
  const { timers, clock, texts } = makePage()
  timers.passTime(2_500)
  clock.ahead = 60_000
  timers.passTime(LOOK_AGAIN)
  expect(texts()[1]).toBe('')
})

test('what the room has told comes first, and is not told again', async () => {
  const { latest, timers, mutate } = makePage()
  const options = { mutate, decrypt: async () => {}, isStopped: () => false }
  await takeUpdates(options, [{ seq: 4, rev: 7, text: '', deletedAt: 5_000 }])
  const list = latest.messages
  timers.passTime(10_000)
  expect([latest.messages === list, latest.updates[4]?.deletedAt]).toEqual([true, 5_000])
})

test('what is on its way to the page when its time comes stands there without its text', () => {
  const { latest, timers, hiding, texts } = makePage()
  const page = [{ ...exampleMessage(2), timestamp: 0, expires: 5 }]
  hiding.watchMessages(page)
  timers.passTime(5_000)
  prependPage(latest, page)
  expect(texts()).toEqual(['', 'text 3', 'text 4', 'text 5'])
})

test('nothing is hidden once the room is over', () => {
  const { timers, clock, texts } = makePage()
  clock.isStopped = true
  timers.passTime(20_000)
  expect([texts()[1], timers.waitingCount]).toEqual(['text 4', 0])
})
