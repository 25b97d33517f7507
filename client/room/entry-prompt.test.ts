import { expect, test } from 'vitest'
import type { Refusal } from '../../protocol/refusal.ts'
import type { Unreachable } from '../net/http.ts'
import { isFinalCode, toPrompt } from './entry-prompt.ts'
import type { Prompt } from './room-stage.ts'

test.each<{ refusal: Refusal | Unreachable; prompt: Prompt }>([
  { refusal: { code: 'password-required' }, prompt: { is: 'password', wrong: false, retryAfter: null } },
  { refusal: { code: 'wrong-password' }, prompt: { is: 'password', wrong: true, retryAfter: null } },
  {
    refusal: { code: 'too-many-attempts', retryAfter: 42 },
    prompt: { is: 'password', wrong: false, retryAfter: 42 },
  },
  { refusal: { code: 'alias-taken' }, prompt: { is: 'name', name: 'wolf', why: 'taken' } },
  {
    refusal: { code: 'invalid-request', issues: [{ path: 'alias', message: 'no' }] },
    prompt: { is: 'name', name: 'wolf', why: 'refused' },
  },
  {
    refusal: { code: 'invalid-request', issues: [{ path: 'password', message: 'no' }] },
    prompt: { is: 'refused', code: 'invalid-request' },
  },
  { refusal: { code: 'room-full' }, prompt: { is: 'refused', code: 'room-full' } },
  { refusal: { code: 'unreachable' }, prompt: { is: 'refused', code: 'unreachable' } },
])('"$refusal.code" leads to "$prompt.is"', ({ refusal, prompt }) => {
  expect(toPrompt(refusal, 'wolf')).toEqual(prompt)
})

test.each([
  { code: 'unreachable', final: false },
  { code: 'room-full', final: false },
  { code: 'room-locked', final: false },
  { code: 'cookies-blocked', final: false },
  { code: 'seat-lost', final: false },
  { code: 'room-not-found', final: true },
  { code: 'removed', final: true },
])('"$code" leaves no way in: $final', ({ code, final }) => {
  expect(isFinalCode(code)).toBe(final)
})
