import { expect, test } from 'vitest'
import { type RefusalCode, type Then, thenOf } from './refusal.ts'

const CASES: { code: RefusalCode; answer: Then }[] = [
  { code: 'busy', answer: 'retry' },
  { code: 'internal', answer: 'retry' },
  { code: 'slow-down', answer: 'retry' },
  { code: 'too-many-requests', answer: 'retry' },
  { code: 'room-not-found', answer: 'final' },
  { code: 'room-closed', answer: 'final' },
  { code: 'removed', answer: 'final' },
  { code: 'wrong-link', answer: 'final' },
  { code: 'storage-full', answer: 'final' },
  { code: 'too-many-attempts', answer: 'fix' },
  { code: 'wrong-password', answer: 'fix' },
  { code: 'alias-taken', answer: 'fix' },
  { code: 'room-full', answer: 'fix' },
]

test.each(CASES)('what a client does about $code is "$answer"', ({ code, answer }) => {
  expect(thenOf(code)).toBe(answer)
})

test('a code of a later version is for a person to read', () => {
  expect(thenOf('of-a-later-version')).toBe('fix')
})
