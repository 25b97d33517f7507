import { expect, test } from 'vitest'
import { DRIFT_MAX, makeServerClock } from './server-clock.ts'

/** A device whose clocks are set by hand. */
function begin(wall = 5_000_000) {
  const device = { steady: 100, wall }
  const clock = makeServerClock({ steady: () => device.steady, wall: () => device.wall })
  const pass = (ms: number) => {
    device.steady += ms
    device.wall += ms
  }
  return { device, clock, pass }
}

test('before the server has answered its time is not known', () => {
  expect(begin().clock.now()).toBeNull()
})

test('before the server has answered nothing is in doubt that the device has not done since', () => {
  const { clock, device, pass } = begin()
  pass(60_000)
  expect(clock.isDoubtful()).toBe(false)
  device.wall += DRIFT_MAX + 1
  expect(clock.isDoubtful()).toBe(true)
  clock.assumeSlept()
  expect(clock.now()).toBeNull()
})

test.each([0, 1_700_000_000_000, 9_999_999_999_999])(
  'it goes on from what was received, with the device at %i',
  (wall) => {
    const { clock, pass } = begin(wall)
    clock.recordServerTime(1_000_000, 0)
    pass(12_345)
    expect(clock.now()).toBe(1_012_345)
  },
)

test('a time that was long on its way doesn’t hold up a better one', () => {
  const { clock, pass } = begin()
  clock.recordServerTime(1_000_000)
  pass(1_000)
  // Sent 600 ms ago, when it was 1,000,900 there: it takes nothing back.
  clock.recordServerTime(1_000_900)
  expect(clock.now()).toBe(1_001_000)
  clock.recordServerTime(1_001_050)
  expect(clock.now()).toBe(1_001_050)
})

test('an old time changes nothing', () => {
  const { clock } = begin()
  clock.recordServerTime(1_000_000)
  clock.recordServerTime(400_000)
  expect(clock.now()).toBe(1_000_000)
})

test('an answer that was on its way for so long at most takes back what is too much', () => {
  const { clock, pass } = begin()
  clock.recordServerTime(1_000_000)
  // The device's clocks ran an hour ahead together.
  pass(3_600_000)
  clock.recordServerTime(1_000_500, 80)
  expect(clock.now()).toBe(1_000_580)
})

test.each([
  { what: 'sleep', steady: 0, wall: 600_000, doubtful: true },
  { what: 'a clock set forward', steady: 0, wall: 3_600_000, doubtful: true },
  { what: 'a clock set back', steady: 0, wall: -3_600_000, doubtful: true },
  { what: 'an hour awake', steady: 3_600_000, wall: 3_600_000, doubtful: false },
  { what: 'a small correction', steady: 0, wall: DRIFT_MAX, doubtful: false },
])('after $what there is doubt: $doubtful', ({ steady, wall, doubtful }) => {
  const { clock, device } = begin()
  clock.recordServerTime(1_000_000, 0)
  device.steady += steady
  device.wall += wall
  expect(clock.isDoubtful()).toBe(doubtful)
  expect(clock.now()).toBe(1_000_000 + steady)
})

test('an answer of the server settles the doubt', () => {
  const { clock, device } = begin()
  clock.recordServerTime(1_000_000, 0)
  device.wall += 600_000
  clock.recordServerTime(1_600_000, 40)
  expect(clock.isDoubtful()).toBe(false)
  expect(clock.now()).toBe(1_600_000)
})

test.each([
  { moved: 600_000, now: 1_600_000 },
  { moved: -600_000, now: 1_000_000 },
])(
  'without an answer of the server, a wall clock that moved by $moved ms leaves the server at $now',
  ({ moved, now }) => {
    const { clock, device } = begin()
    clock.recordServerTime(1_000_000, 0)
    device.wall += moved
    clock.assumeSlept()
    expect(clock.now()).toBe(now)
    expect(clock.isDoubtful()).toBe(false)
  },
)
