import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitPicture } from './fit-picture.ts'

test.each([
  [2_560, 1_920, { width: 320, height: 240 }],
  [1_920, 2_560, { width: 240, height: 320 }],
  [200, 100, { width: 200, height: 100 }],
  [1, 1, { width: 96, height: 96 }],
  [65_535, 1, { width: 320, height: 80 }],
  [1, 65_535, { width: 80, height: 320 }],
])('%i by %i is shown in %o', (width, height, frame) => {
  expect(fitPicture(width, height)).toEqual(frame)
})

test('whatever a message says of its picture, the frame is neither a line nor larger than a phone', () => {
  const side = fc.integer({ min: 1, max: 65_535 })
  fc.assert(
    fc.property(side, side, (width, height) => {
      const frame = fitPicture(width, height)
      for (const length of [frame.width, frame.height]) {
        expect(length).toBeGreaterThanOrEqual(24)
        expect(length).toBeLessThanOrEqual(320)
      }
    }),
  )
})
