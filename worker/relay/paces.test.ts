import { expect, test } from 'vitest'
import { Bucket } from '../sockets/bucket.ts'
import { Paces } from './paces.ts'

const RATE = { burst: 10, perSecond: 1 }

/** A bucket out of which so many were taken. */
function bucket(taken: number): Bucket {
  const one = new Bucket(RATE, 0)
  for (let count = 0; count < taken; count += 1) one.take(0)
  return one
}

test('who comes back goes on with the same bucket, once', () => {
  const paces = new Paces()
  const mine = bucket(5)
  paces.keep('ann', mine, 0)
  expect(paces.take('ben')).toBe(null)
  expect(paces.take('ann')).toBe(mine)
  expect(paces.take('ann')).toBe(null)
})

test('of those who go by the thousand only who might say too much is remembered, and for as long', () => {
  const paces = new Paces()
  for (let count = 0; count < 5_000; count += 1) paces.keep(`quiet ${count}`, bucket(0), 0)
  expect(paces.size).toBe(0)
  for (let count = 0; count < 5_000; count += 1) paces.keep(`loud ${count}`, bucket(10), 0)
  expect(paces.size).toBe(5_000)
  const later = bucket(0)
  for (let count = 0; count < 10; count += 1) later.take(20_000)
  paces.keep('later', later, 20_000)
  expect(paces.size).toBe(1)
})
