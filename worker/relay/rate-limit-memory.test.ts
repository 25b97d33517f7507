import { expect, test } from 'vitest'
import type { SocketRates } from '../broadcast/connection.ts'
import { TokenBucket } from '../broadcast/token-bucket.ts'
import { claimParticipantId } from '../ids.ts'
import { RateLimitMemory } from './rate-limit-memory.ts'

const ANN = claimParticipantId('ann')
const BEN = claimParticipantId('ben')
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
  memory.keepRates(ANN, mine, 0)
  expect(memory.takeRates(BEN)).toEqual(NEW)
  expect(memory.findRates(ANN)).toEqual(mine)
  expect(memory.takeRates(ANN).frames).toBe(mine.frames)
  expect([memory.findRates(ANN), memory.takeRates(ANN)]).toEqual([null, NEW])
})

test.for(['frames', 'upgrades', 'directCharacters'] as const)(
  'a participant whose limit is not full is kept: %s',
  (what) => {
    const memory = new RateLimitMemory()
    const { frames } = rates(1)
    memory.keepRates(ANN, { ...NEW, [what]: frames }, 0)
    expect(memory.takeRates(ANN)[what]).toBe(frames)
  },
)

test('of thousands who leave only those are kept whose limits are not full, and only until they are', () => {
  const memory = new RateLimitMemory()
  for (let count = 0; count < 5_000; count += 1)
    memory.keepRates(claimParticipantId(`idle ${count}`), rates(0), 0)
  expect(memory.size).toBe(0)
  for (let count = 0; count < 5_000; count += 1)
    memory.keepRates(claimParticipantId(`loud ${count}`), rates(10), 0)
  expect(memory.size).toBe(5_000)
  memory.keepRates(claimParticipantId('later'), rates(10, 20_000), 20_000)
  expect(memory.size).toBe(1)
})
