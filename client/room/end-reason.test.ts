import { expect, test } from 'vitest'
import { CLOSE } from '../../protocol/close.ts'
import { closeCodeOf, endReasonOf } from './end-reason.ts'

test.each([
  { code: CLOSE.removed, left: 5_000, why: 'removed' },
  { code: CLOSE.gone, left: 300_000, why: 'destroyed' },
  { code: CLOSE.gone, left: 0, why: 'expired' },
  { code: CLOSE.gone, left: 1_000, why: 'expired' },
  { code: CLOSE.gone, left: null, why: 'destroyed' },
  { code: CLOSE.notAParticipant, left: 0, why: 'seat-lost' },
  { code: CLOSE.frameTooLarge, left: 0, why: 'seat-lost' },
] as const)('closed with $code and $left ms left, it is over because "$why"', ({ code, left, why }) => {
  expect(endReasonOf(code, left, false)).toBe(why)
})

test('where the room has said that it is closed, it ended, and is kept for its facilitator', () => {
  expect(endReasonOf(CLOSE.gone, 300_000, true)).toBe('ended')
})

test.each([
  { code: 'room-not-found', close: CLOSE.gone },
  { code: 'not-a-participant', close: CLOSE.notAParticipant },
  { code: 'removed', close: CLOSE.removed },
  { code: 'internal', close: null },
  { code: 'unreachable', close: null },
  { code: undefined, close: null },
] as const)('asked whether the room is there, "$code" stands for $close', ({ code, close }) => {
  expect(closeCodeOf(code)).toBe(close)
})
