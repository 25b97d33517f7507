import { expect, test } from 'vitest'
import { renewAt } from './seat-cookie.ts'

const MINUTE = 60_000

test.each([
  { what: 'the end is where it was', joined: 0, until: 600_000, end: 600_000, at: null },
  { what: 'the end came nearer', joined: 0, until: 600_000, end: 100_000, at: null },
  { what: 'ten minutes were added', joined: 0, until: 600_000, end: 1_200_000, at: MINUTE },
  { what: 'a message added some seconds', joined: 0, until: 600_000, end: 605_000, at: 300_000 },
  { what: 'the cookie lives for a minute only', joined: 0, until: MINUTE, end: 200_000, at: 30_000 },
  { what: 'the room lives for ten seconds', joined: 1_000, until: 11_000, end: 15_000, at: 6_000 },
])('when $what, the cookie is renewed at $at', ({ joined, until, end, at }) => {
  expect(renewAt(joined, until, end)).toBe(at)
})
