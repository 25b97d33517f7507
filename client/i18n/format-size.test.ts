import { expect, test } from 'vitest'
import { formatSize } from './format-size.ts'

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1_023, '1,023 bytes'],
  [1_024, '1 kB'],
  [524_288, '512 kB'],
  [1_048_576, '1 MB'],
  [3_400_000, '3.2 MB'],
  [26_214_400, '25 MB'],
])('%i octets are %s', (octets, size) => {
  expect(formatSize(octets)).toBe(size)
})
