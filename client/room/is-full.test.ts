import { expect, test } from 'vitest'
import { isFull } from './is-full.ts'

test.for([
  { capacity: 2, seats: 1, full: false },
  { capacity: 2, seats: 2, full: true },
  // The host came back into a full room.
  { capacity: 2, seats: 3, full: true },
  { capacity: null, seats: 100_000, full: false },
])('a room for $capacity with $seats seats taken is full: $full', ({ full, ...room }) => {
  expect(isFull(room)).toBe(full)
})
