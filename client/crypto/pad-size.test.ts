import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FILE_CHUNK, FILE_MAX_BYTES } from '../../protocol/file-limits.ts'
import { countChunks } from './file-cipher.ts'
import { padSize } from './pad-size.ts'

test('small files have one size, larger ones few, and the largest stays what it is', () => {
  for (const size of [0, 1, 700, 1_024]) expect(padSize(size)).toBe(1_024)
  expect([1_025, 1_088, 100_000, 524_289, FILE_MAX_BYTES].map(padSize)).toEqual([
    1_088,
    1_088,
    100_352,
    540_672,
    FILE_MAX_BYTES,
  ])
})

test('padding hides the size within a sixteenth, adds no chunk and goes above no limit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_024, max: FILE_MAX_BYTES }), (size) => {
      const padded = padSize(size)
      expect(padded).toBeGreaterThanOrEqual(size)
      expect(padded - size).toBeLessThan(size / 16)
      expect(padded).toBeLessThanOrEqual(countChunks(size) * FILE_CHUNK.plain)
      expect(padSize(padded)).toBe(padded)
    }),
    { numRuns: 1_000 },
  )
})
