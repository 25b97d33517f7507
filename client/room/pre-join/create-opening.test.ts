import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import type { Room } from '../../../protocol/room.ts'
import { exampleRoom } from '../../../test/support/examples.ts'
import { makeFakeTimers } from '../../../test/support/fake-timers.ts'
import { flushPromises } from '../../../test/support/room-fixture.ts'
import { OPENING_SPREAD } from '../join-retry.ts'
import { createOpening } from './create-opening.ts'

const scheduled = (differing: Partial<Room> = {}) =>
  exampleRoom({ state: 'scheduled', opensAt: 1_010_000, serverTime: 1_000_000, ...differing })

/** Somebody who waits, and when they ask to be let in. */
async function wait(timers: ReturnType<typeof makeFakeTimers>, looks: unknown[], random: () => number) {
  const asked: number[] = []
  const dispose = createRoot((dispose) => {
    createOpening('room', {
      api: { fetchRoom: async () => (looks.length > 1 ? looks.shift() : looks[0]) as never },
      onOpen: () => asked.push(timers.now()),
      timers,
      random,
    })
    return dispose
  })
  await flushPromises()
  return { asked, dispose }
}

test('a thousand who wait come in within two seconds of the opening, and never all at one instant', async () => {
  const timers = makeFakeTimers()
  let seed = 0
  const random = () => {
    seed = (seed + 0.618_033_988_7) % 1
    return seed
  }
  const all: number[] = []
  for (let visitor = 0; visitor < 1_000; visitor += 1) {
    const { asked } = await wait(timers, [{ value: scheduled() }], random)
    all.push(0)
    Object.defineProperty(all, visitor, { get: () => asked[0] ?? Number.NaN })
  }
  timers.passTime(9_999)
  expect(all.filter(Number.isFinite)).toHaveLength(0)
  timers.passTime(OPENING_SPREAD + 1)
  const times = [...all]
  expect(times.filter(Number.isFinite)).toHaveLength(1_000)
  for (let from = 10_000; from < 12_000; from += 100) {
    expect(times.filter((at) => at >= from && at < from + 100).length).toBeLessThan(100)
  }
})

test('a room that is opened earlier is noticed, one that is gone is asked for at once', async () => {
  const timers = makeFakeTimers()
  const early = await wait(
    timers,
    [{ value: scheduled({ opensAt: 9_000_000 }) }, { value: scheduled({ state: 'open' }) }],
    () => 0.5,
  )
  const gone = await wait(timers, [{ refusal: { code: 'room-not-found' } }], () => 0.5)
  timers.passTime(0)
  expect(gone.asked).toEqual([0])
  timers.passTime(15_000)
  await flushPromises()
  timers.passTime(1_000)
  expect(early.asked).toEqual([16_000])
})

test('who stops waiting asks for nothing', async () => {
  const timers = makeFakeTimers()
  const { asked, dispose } = await wait(timers, [{ value: scheduled() }], () => 0)
  dispose()
  timers.passTime(60_000)
  expect([asked, timers.waitingCount]).toEqual([[], 0])
})
