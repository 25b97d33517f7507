import { expect, test } from 'vitest'
import type { SocketRates } from '../broadcast/connection.ts'
import { TokenBucket } from '../broadcast/token-bucket.ts'
import { RateLimitMemory } from './rate-limit-memory.ts'

const RATE = { burst: 10, perSecond: 1 }

/** Rates of which one is a bucket out of which so many were taken. */
function rates(taken: number, now = 0): SocketRates {
  const frames = new TokenBucket(RATE, now)
  frames.spendTokens(now, taken)
  return { frames, upgrades: new TokenBucket(RATE, now), directCharacters: null }
}

const NEW: SocketRates = { frames: null, upgrades: null, directCharacters: null }

test('who comes back goes on with the same rates, once', () => {
  const paces = new RateLimitMemory()
  const mine = rates(5)
  paces.keepRates('ann', mine, 0)
  expect(paces.takeRates('ben')).toEqual(NEW)
  expect(paces.findRates('ann')).toEqual(mine)
  expect(paces.takeRates('ann').frames).toBe(mine.frames)
  expect([paces.findRates('ann'), paces.takeRates('ann')]).toEqual([null, NEW])
})

test.for(['frames', 'upgrades', 'directCharacters'] as const)(
  'who did too much of one thing is kept: %s',
  (what) => {
    const paces = new RateLimitMemory()
    const { frames } = rates(1)
    paces.keepRates('ann', { ...NEW, [what]: frames }, 0)
    expect(paces.takeRates('ann')[what]).toBe(frames)
  },
)

test('of those who go by the thousand only who might say too much is remembered, and for as long', () => {
  const paces = new RateLimitMemory()
  for (let count = 0; count < 5_000; count += 1) paces.keepRates(`quiet ${count}`, rates(0), 0)
  expect(paces.size).toBe(0)
  for (let count = 0; count < 5_000; count += 1) paces.keepRates(`loud ${count}`, rates(10), 0)
  expect(paces.size).toBe(5_000)
  paces.keepRates('later', rates(10, 20_000), 20_000)
  expect(paces.size).toBe(1)
})
