import { expect, test } from 'vitest'
import { exampleRoom } from '../../test/support/examples.ts'
import { latestEndOf } from './latest-end.ts'

test('a room that waits lives on for its lifetime after the waiting, at the latest', () => {
  const waiting = exampleRoom({ startedAt: null, expiresAt: 90_000_000, lifetime: 600 })
  expect(latestEndOf(waiting)).toBe(90_600_000)
  expect(latestEndOf({ ...waiting, startedAt: 5 })).toBe(90_000_000)
})
