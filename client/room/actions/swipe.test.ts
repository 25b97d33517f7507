import { expect, test } from 'vitest'
import { measureSwipe, SWIPE } from './swipe.ts'

test.each([
  { what: 'a tap that trembles', to: [5, 2], moved: 0 },
  { what: 'to the right', to: [60, 10], moved: 60 },
  { what: 'further than a message follows', to: [300, 0], moved: SWIPE.most },
  { what: 'to the left', to: [-80, 0], moved: 0 },
  { what: 'scrolling', to: [20, 90], moved: 0 },
  { what: 'scrolling that drifts', to: [50, 30], moved: 0 },
] as const)('a finger that moves: $what', ({ to: [right, down], moved }) => {
  const from = { clientX: 100, clientY: 100 }
  expect(measureSwipe(from, { clientX: 100 + right, clientY: 100 + down }, 1)).toBe(moved)
  // In a language that is read to the left all of it is mirrored.
  expect(measureSwipe(from, { clientX: 100 - right, clientY: 100 + down }, -1)).toBe(moved)
})
