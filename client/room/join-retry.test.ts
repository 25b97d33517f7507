import { expect, test } from 'vitest'
import type { Refusal } from '../../protocol/refusal.ts'
import type { Unreachable } from '../net/http.ts'
import { RETRY_SPREAD_MIN, retryDelay } from './join-retry.ts'

interface Case {
  refusal: Refusal | Unreachable
  failures: number
  least: number | null
  most: number | null
}

test.each<Case>([
  { refusal: { code: 'unreachable' }, failures: 0, least: 1_000, most: 2_000 },
  { refusal: { code: 'unreachable' }, failures: 1, least: 2_000, most: 4_000 },
  { refusal: { code: 'internal' }, failures: 3, least: 8_000, most: 16_000 },
  { refusal: { code: 'unreachable' }, failures: 50, least: 15_000, most: 30_000 },
  { refusal: { code: 'busy', retryAfter: 1 }, failures: 9, least: 1_000, most: 3_000 },
  { refusal: { code: 'unreachable', retryAfter: 7 }, failures: 0, least: 7_000, most: 9_000 },
  { refusal: { code: 'too-many-requests', retryAfter: 60 }, failures: 0, least: 60_000, most: 75_000 },
  { refusal: { code: 'slow-down', retryAfter: 0 }, failures: 0, least: 1_000, most: 2_000 },
  { refusal: { code: 'too-many-attempts', retryAfter: 60 }, failures: 0, least: null, most: null },
  { refusal: { code: 'room-full' }, failures: 0, least: null, most: null },
  { refusal: { code: 'room-locked' }, failures: 0, least: null, most: null },
  { refusal: { code: 'room-not-open' }, failures: 0, least: null, most: null },
  { refusal: { code: 'removed' }, failures: 0, least: null, most: null },
])('$refusal.code for the time $failures is tried again in $least to $most ms', (at) => {
  expect(retryDelay(at.refusal, at.failures, () => 0)).toBe(at.least)
  expect(retryDelay(at.refusal, at.failures, () => 1)).toBe(at.most)
})

test('those who were refused together come back apart, and none before the server asked for', () => {
  const delays = Array.from({ length: 1_000 }, () =>
    Number(retryDelay({ code: 'busy', retryAfter: 5 }, 0, Math.random)),
  )
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(5_000)
  const slot = RETRY_SPREAD_MIN / 20
  for (let from = 5_000; from < 7_000; from += slot) {
    const together = delays.filter((delay) => delay >= from && delay < from + slot).length
    expect(together, `${together} of 1,000 within ${slot} ms`).toBeLessThan(120)
  }
})
