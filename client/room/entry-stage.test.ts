import { expect, test } from 'vitest'
import { CLOSE } from '../../protocol/close.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import type { Unreachable } from '../net/http.ts'
import { closeCodeOf, isFinalStage, stageOf, whyOver } from './entry-stage.ts'
import type { Stage } from './room-state.ts'

test.each<{ refusal: Refusal | Unreachable; stage: Stage }>([
  { refusal: { code: 'password-required' }, stage: { is: 'asking', wrong: false, retryAfter: null } },
  { refusal: { code: 'wrong-password' }, stage: { is: 'asking', wrong: true, retryAfter: null } },
  {
    refusal: { code: 'too-many-attempts', retryAfter: 42 },
    stage: { is: 'asking', wrong: false, retryAfter: 42 },
  },
  { refusal: { code: 'alias-taken' }, stage: { is: 'naming', name: 'wolf', why: 'taken' } },
  {
    refusal: { code: 'invalid-request', issues: [{ path: 'alias', message: 'no' }] },
    stage: { is: 'naming', name: 'wolf', why: 'refused' },
  },
  {
    refusal: { code: 'invalid-request', issues: [{ path: 'password', message: 'no' }] },
    stage: { is: 'refused', code: 'invalid-request' },
  },
  { refusal: { code: 'room-full' }, stage: { is: 'refused', code: 'room-full' } },
  { refusal: { code: 'unreachable' }, stage: { is: 'refused', code: 'unreachable' } },
])('"$refusal.code" leads to "$stage.is"', ({ refusal, stage }) => {
  expect(stageOf(refusal, 'wolf')).toEqual(stage)
})

test.each<{ stage: Stage; final: boolean }>([
  { stage: { is: 'entering' }, final: false },
  { stage: { is: 'asking', wrong: true, retryAfter: null }, final: false },
  { stage: { is: 'live' }, final: false },
  { stage: { is: 'refused', code: 'unreachable' }, final: false },
  { stage: { is: 'refused', code: 'room-full' }, final: false },
  { stage: { is: 'refused', code: 'room-locked' }, final: false },
  { stage: { is: 'refused', code: 'cookies-blocked' }, final: false },
  { stage: { is: 'refused', code: 'room-not-found' }, final: true },
  { stage: { is: 'refused', code: 'removed' }, final: true },
  { stage: { is: 'over', why: 'left' }, final: true },
])('$stage leaves nothing behind: $final', ({ stage, final }) => {
  expect(isFinalStage(stage)).toBe(final)
})

test.each([
  { code: CLOSE.removed, left: 5_000, why: 'removed' },
  { code: CLOSE.gone, left: 300_000, why: 'destroyed' },
  { code: CLOSE.gone, left: 0, why: 'expired' },
  { code: CLOSE.gone, left: 1_000, why: 'expired' },
  { code: CLOSE.gone, left: null, why: 'destroyed' },
  { code: CLOSE.notAParticipant, left: 0, why: 'seat-lost' },
  { code: CLOSE.frameTooLarge, left: 0, why: 'seat-lost' },
] as const)('closed with $code and $left ms left, it is over because "$why"', ({ code, left, why }) => {
  expect(whyOver(code, left, false)).toBe(why)
})

test('where the room has said that it is closed, it ended, and is kept for its facilitator', () => {
  expect(whyOver(CLOSE.gone, 300_000, true)).toBe('ended')
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
