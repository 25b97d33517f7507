import { expect, test } from 'vitest'
import { timeLeft } from './time-left.ts'

test.each([
  [0, '0:00'],
  [-5, '0:00'],
  [1, '0:01'],
  [59_001, '1:00'],
  [600_000, '10:00'],
  [3_600_000, '1:00:00'],
  [3_599_000, '59:59'],
  [86_399_500, '24:00:00'],
  [172_800_000, '48:00:00'],
  [172_800_001, '2 days'],
  [190_799_000, '2 days 4 h'],
  [2_592_000_000, '30 days'],
])('%i ms reads %s', (ms, text) => {
  expect(timeLeft(ms)).toBe(text)
})
