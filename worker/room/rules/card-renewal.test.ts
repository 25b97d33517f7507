import { expect, test } from 'vitest'
import { isCardRenewal } from './card-renewal.ts'

test.for<[string | null, string, boolean]>([
  [null, 'c2.3.new', true],
  ['c2.2.old', 'c2.3.new', true],
  ['c2.3.old', 'c2.3.new', false],
  ['c2.2.old', 'c2.2.new', false],
  ['c2.2.old', 'c2.4.new', false],
  ['d2.door', 'c2.3.new', false],
  [null, 'd2.door', false],
  ['anything', 'c2.3.new', false],
])('in epoch 3 a card %s may be renewed by %s: %s', ([current, card, may]) => {
  expect(isCardRenewal(current, card, 3)).toBe(may)
})
