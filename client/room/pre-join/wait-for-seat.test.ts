import { expect, test } from 'vitest'
import type { Room } from '../../../protocol/room.ts'
import { exampleRoom } from '../../../test/support/examples.ts'
import { makeFakeTimers } from '../../../test/support/fake-timers.ts'
import { flushPromises, refused } from '../../../test/support/room-fixture.ts'
import type { Reply } from '../../net/http.ts'
import { SEAT_PAUSE, waitForSeat } from './wait-for-seat.ts'

const FULL = { ok: true as const, value: exampleRoom({ capacity: 2, seats: 2, present: 2 }) }
const FREE = { ok: true as const, value: exampleRoom({ capacity: 2, seats: 1, present: 1 }) }
/** Full, and somebody is not connected. */
const HALF = { ok: true as const, value: exampleRoom({ capacity: 2, seats: 2, present: 1 }) }

/** Somebody who waits. `answers` come one after the other, the last one again and again. */
function begin(...answers: Reply<Room>[]) {
  const timers = makeFakeTimers()
  const reported: string[] = []
  const page = { visible: true, admitted: false, asked: 0 }
  const wait = waitForSeat({
    async look() {
      page.asked += 1
      return (answers.length > 1 ? answers.shift() : answers[0]) ?? FULL
    },
    mayEnter: async () => page.admitted,
    isVisible: () => page.visible,
    onFree: () => reported.push('free'),
    onOver: (code) => reported.push(code),
    timers,
    random: () => 0.5,
  })
  const pass = async (ms: number) => {
    timers.passTime(ms)
    await flushPromises()
  }
  return { wait, page, reported, pass }
}

test('a free seat is reported once, after a pause', async () => {
  const { page, reported, pass } = begin(FULL, FREE)
  expect(page.asked).toBe(0)
  await pass(SEAT_PAUSE.first)
  expect([page.asked, reported]).toEqual([1, []])
  await pass(SEAT_PAUSE.first * SEAT_PAUSE.growth)
  await pass(10 * SEAT_PAUSE.longest)
  expect([page.asked, reported]).toEqual([2, ['free']])
})

test('the pauses grow, up to the longest', async () => {
  const { page, pass } = begin(FULL)
  for (let pause: number = SEAT_PAUSE.first; pause < SEAT_PAUSE.longest; pause *= SEAT_PAUSE.growth) {
    const { asked } = page
    await pass(pause - 1)
    expect(page.asked).toBe(asked)
    await pass(1)
    expect(page.asked).toBe(asked + 1)
  }
  const { asked } = page
  await pass(SEAT_PAUSE.longest)
  expect(page.asked).toBe(asked + 1)
})

test('where somebody is not connected the gatekeeper is asked whether that seat may be had', async () => {
  const { page, reported, pass } = begin(HALF)
  await pass(SEAT_PAUSE.first)
  expect(reported).toEqual([])
  page.admitted = true
  await pass(SEAT_PAUSE.longest)
  expect(reported).toEqual(['free'])
})

test('nobody asks while the page is hidden; seen again, it asks at once', async () => {
  const { page, wait, reported, pass } = begin(FREE)
  page.visible = false
  await pass(SEAT_PAUSE.longest)
  expect(page.asked).toBe(0)
  page.visible = true
  expect(await wait.lookNow()).toBe(false)
  expect(reported).toEqual(['free'])
})

test('a room that is still full answers that, and is asked again after a pause', async () => {
  const { wait, page, pass } = begin(FULL)
  expect(await wait.lookNow()).toBe(true)
  await pass(SEAT_PAUSE.longest)
  expect(page.asked).toBe(2)
})

test.for([
  { answer: refused('room-not-found'), code: 'room-not-found' },
  { answer: { ok: true as const, value: exampleRoom({ state: 'closed' }) }, code: 'room-closed' },
])('the waiting is over where the room says $code', async ({ answer, code }) => {
  const { reported, page, pass } = begin(answer)
  await pass(SEAT_PAUSE.first)
  await pass(SEAT_PAUSE.longest)
  expect([page.asked, reported]).toEqual([1, [code]])
})

test('who is asked to wait waits for as long, and a server out of reach is asked again', async () => {
  const { page, reported, pass } = begin(
    refused('too-many-requests', { retryAfter: 50 }),
    { ok: false as const, refusal: { code: 'unreachable' } },
    FREE,
  )
  await pass(SEAT_PAUSE.first)
  await pass(49_999)
  expect(page.asked).toBe(1)
  await pass(1)
  expect(page.asked).toBe(2)
  await pass(SEAT_PAUSE.longest)
  expect(reported).toEqual(['free'])
})

test('nothing is reported to somebody who has stopped waiting', async () => {
  const { wait, reported, pass } = begin(FREE)
  const look = wait.lookNow()
  wait.stop()
  await look
  await pass(SEAT_PAUSE.longest)
  expect(reported).toEqual([])
})
