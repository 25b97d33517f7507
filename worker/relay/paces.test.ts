import { expect, test } from 'vitest'
import type { SocketRates } from '../broadcast/connections.ts'
import { TokenBucket } from '../broadcast/token-bucket.ts'
import { Paces } from './paces.ts'

const RATE = { burst: 10, perSecond: 1 }

/** Rates of which one is a bucket out of which so many were taken. */
function rates(taken: number, now = 0): SocketRates {
  const frames = new TokenBucket(RATE, now)
  frames.spend(now, taken)
  return { frames, upgrades: new TokenBucket(RATE, now), sent: null }
}

const NEW: SocketRates = { frames: null, upgrades: null, sent: null }

test('who comes back goes on with the same rates, once', () => {
  const paces = new Paces()
  const mine = rates(5)
  paces.keep('ann', mine, 0)
  expect(paces.take('ben')).toEqual(NEW)
  expect(paces.find('ann')).toEqual(mine)
  expect(paces.take('ann').frames).toBe(mine.frames)
  expect([paces.find('ann'), paces.take('ann')]).toEqual([null, NEW])
})

test.for(['frames', 'upgrades', 'sent'] as const)('who did too much of one thing is kept: %s', (what) => {
  const paces = new Paces()
  const { frames } = rates(1)
  paces.keep('ann', { ...NEW, [what]: frames }, 0)
  expect(paces.take('ann')[what]).toBe(frames)
})

test('of those who go by the thousand only who might say too much is remembered, and for as long', () => {
  const paces = new Paces()
  for (let count = 0; count < 5_000; count += 1) paces.keep(`quiet ${count}`, rates(0), 0)
  expect(paces.size).toBe(0)
  for (let count = 0; count < 5_000; count += 1) paces.keep(`loud ${count}`, rates(10), 0)
  expect(paces.size).toBe(5_000)
  paces.keep('later', rates(10, 20_000), 20_000)
  expect(paces.size).toBe(1)
})
