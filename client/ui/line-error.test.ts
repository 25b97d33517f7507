import { expect, test } from 'vitest'
import { lineError } from './line-error.ts'

test('what is too long is said at once, with how much', () => {
  expect(lineError('x'.repeat(134), false, 120)).toMatch(/134 characters.*120/)
  expect(lineError('x'.repeat(33), false)).toMatch(/33 characters.*32/)
  expect(lineError('x'.repeat(32), true)).toBe(null)
})

test('all else is said once it was tried', () => {
  for (const raw of [' ', 'A\u200bda', `a${'\u0301'.repeat(9)}`]) {
    expect(lineError(raw, false)).toBe(null)
    expect(lineError(raw, true)).not.toBe(null)
  }
})
