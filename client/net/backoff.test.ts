import { expect, test } from 'vitest'
import { BACKOFF, makeBackoff } from './backoff.ts'

test('delays double from 250 ms to 15 s and stay there', () => {
  const backoff = makeBackoff({ random: () => 1, now: () => 0 })
  const delays = Array.from({ length: 9 }, () => backoff.nextDelay())
  expect(delays).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000])
})

test('a delay is spread over its whole range', () => {
  for (const share of [0, 0.25, 0.5]) {
    const backoff = makeBackoff({ random: () => share, now: () => 0 })
    expect([backoff.nextDelay(), backoff.nextDelay()]).toEqual([share * 250, share * 500])
  }
})

test.each([
  { held: 0, next: 1_000 },
  { held: BACKOFF.stable - 1, next: 1_000 },
  { held: BACKOFF.stable, next: 250 },
])('after a connection that held for $held ms the next delay is at most $next ms', ({ held, next }) => {
  let now = 1_000_000
  const backoff = makeBackoff({ random: () => 1, now: () => now })
  backoff.nextDelay()
  backoff.nextDelay()
  backoff.recordOpened()
  now += held
  expect(backoff.nextDelay()).toBe(next)
})

test('time that passes without a connection is not a stable minute', () => {
  let now = 1_000_000
  const backoff = makeBackoff({ random: () => 1, now: () => now })
  backoff.recordOpened()
  backoff.nextDelay()
  now += BACKOFF.stable * 2
  expect(backoff.nextDelay()).toBe(500)
})
