import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkWait, TokenBucket } from './token-bucket.ts'

const RATE = { burst: 5, perSecond: 2 }

describe('a bucket', () => {
  test('grants so many at once, and then returns how long to wait', () => {
    const bucket = new TokenBucket(RATE, 0)
    const waits = Array.from({ length: 7 }, () => bucket.takeToken(0))
    expect(waits).toEqual([0, 0, 0, 0, 0, 500, 500])
  })

  test('grants one more after the wait it returned, and not before', () => {
    const bucket = new TokenBucket(RATE, 0)
    for (let index = 0; index < 5; index += 1) bucket.takeToken(0)
    expect(bucket.takeToken(499)).toBeGreaterThan(0)
    expect(bucket.takeToken(500)).toBe(0)
    expect(bucket.takeToken(500)).toBe(500)
  })

  test('fills up while nobody asks, and no further than to the brim', () => {
    const bucket = new TokenBucket(RATE, 0)
    for (let index = 0; index < 5; index += 1) bucket.takeToken(0)
    const waits = Array.from({ length: 6 }, () => bucket.takeToken(3_600_000))
    expect(waits).toEqual([0, 0, 0, 0, 0, 500])
  })

  test('asking in vain costs nothing', () => {
    const bucket = new TokenBucket(RATE, 0)
    for (let index = 0; index < 100; index += 1) bucket.takeToken(0)
    expect(bucket.takeToken(500)).toBe(0)
  })

  test('is asked for several at once, of which it grants all or none', () => {
    const bucket = new TokenBucket(RATE, 0)
    expect([bucket.takeToken(0, 3), bucket.takeToken(0, 3), bucket.takeToken(0, 2)]).toEqual([0, 500, 0])
  })

  test('takes no harm from a clock that goes back', () => {
    const bucket = new TokenBucket(RATE, 10_000)
    for (let index = 0; index < 5; index += 1) expect(bucket.takeToken(10_000)).toBe(0)
    expect(bucket.takeToken(0)).toBeGreaterThan(0)
  })

  test('that more was spent of than there was grants nothing until that is made good', () => {
    const bucket = new TokenBucket(RATE, 0)
    bucket.spendTokens(0, 9)
    expect([
      bucket.countTokens(0),
      bucket.getWait(0),
      bucket.takeToken(2_499),
      bucket.takeToken(2_500),
    ]).toEqual([-4, 2_500, 1, 0])
  })

  test('waits for as many as are wanted, and for no more than there can be', () => {
    const bucket = new TokenBucket(RATE, 0)
    bucket.spendTokens(0, 5)
    expect([
      bucket.getWait(0, 4),
      bucket.getWait(2_000, 4),
      bucket.isFull(2_499),
      bucket.isFull(2_500),
    ]).toEqual([...[2_000, 0], ...[false, true]])
  })

  test('that is blocked grants nothing for so long, and not for longer where it is empty already', () => {
    const full = new TokenBucket(RATE, 0)
    const empty = new TokenBucket(RATE, 0)
    empty.spendTokens(0, 5)
    for (const bucket of [full, empty]) {
      bucket.blockFor(0, 60_000)
      expect([bucket.takeToken(59_999), bucket.takeToken(60_000), bucket.takeToken(60_000)]).toEqual([
        1, 0, 500,
      ])
    }
    full.blockFor(60_000, 60_000)
    full.forgiveDebt(60_000)
    expect(full.takeToken(60_500)).toBe(0)
  })

  test('never grants more than its burst and its rate', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2_000), { maxLength: 60 }), (pauses) => {
        const bucket = new TokenBucket(RATE, 0)
        let now = 0
        let granted = 0
        for (const pause of pauses) {
          now += pause
          if (bucket.takeToken(now) === 0) granted += 1
        }
        expect(granted).toBeLessThanOrEqual(RATE.burst + (now / 1_000) * RATE.perSecond + 1e-6)
      }),
    )
  })
})

test('a wait is returned in whole seconds, and no wait is no refusal', () => {
  const retryAfter = (ms: number) => {
    const result = checkWait(ms)
    return result.ok ? null : result.refusal
  }
  expect([0, -1].map(retryAfter)).toEqual([null, null])
  expect([1, 1_000, 1_001, 60_000].map(retryAfter)).toEqual(
    [1, 1, 2, 60].map((seconds) => ({ code: 'slow-down', retryAfter: seconds })),
  )
})
