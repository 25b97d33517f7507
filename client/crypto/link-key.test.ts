import { expect, test } from 'vitest'
import { makeLinkKey } from '../../test/support/link-key.ts'
import { parseLinkKey } from './link-key.ts'

const KEY = makeLinkKey()

test('a link key is 256 random bits in 43 characters', () => {
  expect(KEY).toMatch(/^[\w-]{43}$/)
  expect(makeLinkKey()).not.toBe(KEY)
  expect(parseLinkKey(KEY)).toBe(KEY)
})

test.for([
  '',
  KEY.slice(1),
  `${KEY}A`,
  KEY.replace(/.$/, '='),
  // Its last character holds bits that no byte has.
  `${KEY.slice(0, 42)}B`,
  'x'.repeat(42),
])('"%s" is none', (damaged) => {
  expect(parseLinkKey(damaged)).toBeNull()
})
