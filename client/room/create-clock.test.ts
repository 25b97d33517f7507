import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { makeFakeTimers } from '../../test/support/fake-timers.ts'
import { createClock, TICK } from './create-clock.ts'

/** A clock for a room that ends at 1,060,000, on a device of which only the fake timers' time is steady. */
function begin(answers: (number | null)[] = [], visible = true) {
  const timers = makeFakeTimers()
  const device = { wall: 0, visible }
  const asked: number[] = []
  const [end, setEnd] = createSignal<number | null>(1_060_000)
  const made = createRoot((dispose) => {
    const clock = createClock(end, {
      ask: async () => {
        asked.push(timers.now())
        return answers.shift() ?? null
      },
      visible: () => device.visible,
      device: { steady: timers.now, wall: () => timers.now() + device.wall },
      timers,
    })
    return { clock, dispose }
  })
  const settle = async () => {
    for (let tick = 0; tick < 5; tick++) await Promise.resolve()
  }
  return { ...made, timers, device, asked, setEnd, settle }
}

test('before the server has answered no time left is known', () => {
  const { clock, timers } = begin()
  expect(clock.left()).toBeNull()
  expect(timers.waitingCount).toBe(0)
})

test('it ticks at the instants when the count of whole seconds changes', () => {
  const { clock, timers } = begin()
  clock.recordServerTime(1_000_300, 0)
  expect(clock.left()).toBe(59_700)
  timers.passTime(699)
  expect(clock.left()).toBe(59_700)
  timers.passTime(1)
  expect(clock.left()).toBe(59_000)
  timers.passTime(58_000)
  expect(clock.left()).toBe(1_000)
  timers.passTime(1_000)
  expect(clock.left()).toBe(0)
})

test('at the end it stops, and goes on when the end moves', () => {
  const { clock, timers, setEnd } = begin()
  clock.recordServerTime(1_000_000, 0)
  timers.passTime(70_000)
  expect([clock.left(), timers.waitingCount]).toEqual([0, 0])
  setEnd(1_080_000)
  expect(clock.left()).toBe(10_000)
  timers.passTime(1_000)
  expect(clock.left()).toBe(9_000)
})

test('it ends with its owner', () => {
  const { clock, timers, dispose } = begin()
  clock.recordServerTime(1_000_000, 0)
  dispose()
  expect(timers.waitingCount).toBe(0)
})

test('awake and with the clocks in step the server is never asked', () => {
  const { clock, timers, asked } = begin()
  clock.recordServerTime(1_000_000, 0)
  timers.passTime(50_000)
  clock.wake()
  expect(asked).toEqual([])
})

test('after sleep the server is asked, and what it says counts', async () => {
  const { clock, device, settle } = begin([1_040_000])
  clock.recordServerTime(1_000_000, 0)
  device.wall += 40_000
  clock.wake()
  await settle()
  expect(clock.left()).toBe(20_000)
})

test('a device whose time was set by an hour counts on', async () => {
  const { clock, device, timers, settle } = begin([1_001_000])
  clock.recordServerTime(1_000_000, 0)
  device.wall += 3_600_000
  timers.passTime(1_000)
  await settle()
  expect(clock.left()).toBe(59_000)
})

test('after sleep without a network the wall clock counts', async () => {
  const { clock, device, settle } = begin([null])
  clock.recordServerTime(1_000_000, 0)
  device.wall += 40_000
  clock.wake()
  await settle()
  expect(clock.left()).toBe(20_000)
})

test('a hidden page asks when it is seen again', async () => {
  const { clock, device, asked, timers, settle } = begin([1_040_000], false)
  clock.recordServerTime(1_000_000, 0)
  device.wall += 39_000
  timers.passTime(1_000)
  expect(asked).toEqual([])
  device.visible = true
  clock.wake()
  await settle()
  expect(clock.left()).toBe(20_000)
})

test('it asks no more often than every few seconds', async () => {
  const { clock, device, asked, timers, settle } = begin([1_000_000, 1_000_000])
  clock.recordServerTime(1_000_000, 0)
  for (let tick = 0; tick < 4; tick++) {
    device.wall += 10_000
    clock.wake()
    await settle()
  }
  expect(asked).toEqual([0])
  timers.passTime(TICK.askEvery)
  await settle()
  expect(asked).toEqual([0, TICK.askEvery])
})
