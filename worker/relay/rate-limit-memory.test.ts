import { expect, test } from 'vitest'
import type { SocketRates } from '../broadcast/connection.ts'
import { TokenBucket } from '../broadcast/token-bucket.ts'
import { RateLimitMemory } from './rate-limit-memory.ts'

const RATE = { burst: 10, perSecond: 1 }

/** Rate limits of a participant who has sent so many frames. */
function rates(taken: number, now = 0): SocketRates {
  const frames = new TokenBucket(RATE, now)
  frames.spendTokens(now, taken)
  return { frames, upgrades: new TokenBucket(RATE, now), directCharacters: null }
}

const NEW: SocketRates = { frames: null, upgrades: null, directCharacters: null }

test('a participant who comes back goes on with the same rate limits, once', () => {
  const memory = new RateLimitMemory()
  const mine = rates(5)
  memory.keepRates('ann', mine, 0)
  expect(memory.takeRates('ben')).toEqual(NEW)
  expect(memory.findRates('ann')).toEqual(mine)
  expect(memory.takeRates('ann').frames).toBe(mine.frames)
  expect([memory.findRates('ann'), memory.takeRates('ann')]).toEqual([null, NEW])
})

test.for(['frames', 'upgrades', 'directCharacters'] as const)(
  'a participant whose limit is not full is kept: %s',
  (what) => {
    const memory = new RateLimitMemory()
    const { frames } = rates(1)
    memory.keepRates('ann', { ...NEW, [what]: frames }, 0)
    expect(memory.takeRates('ann')[what]).toBe(frames)
  },
)

test('of thousands who leave only those are kept whose limits are not full, and only until they are', () => {
  const memory = new RateLimitMemory()
  for (let count = 0; count < 5_000; count += 1) memory.keepRates(`idle ${count}`, rates(0), 0)
  expect(memory.size).toBe(0)
  for (let count = 0; count < 5_000; count += 1) memory.keepRates(`loud ${count}`, rates(10), 0)
  expect(memory.size).toBe(5_000)
  memory.keepRates('later', rates(10, 20_000), 20_000)
  expect(memory.size).toBe(1)
})
