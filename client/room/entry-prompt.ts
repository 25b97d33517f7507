import { type Refusal, thenOf } from '../../protocol/refusal.ts'
import type { Unreachable } from '../net/http.ts'
import type { Prompt } from './room-stage.ts'

/**
 * Returns what a visitor is asked after the room has refused to let them in.
 * @param alias the name that was tried
 */
export function toPrompt(refusal: Refusal | Unreachable, alias = ''): Prompt {
  switch (refusal.code) {
    case 'password-required':
      return { is: 'password', wrong: false, retryAfter: null }
    case 'wrong-password':
      return { is: 'password', wrong: true, retryAfter: null }
    case 'too-many-attempts':
      return { is: 'password', wrong: false, retryAfter: refusal.retryAfter }
    case 'alias-taken':
      return { is: 'name', name: alias, why: 'taken' }
    case 'invalid-request':
      if (refusal.issues.some(({ path }) => path === 'alias'))
        return { is: 'name', name: alias, why: 'refused' }
  }
  return { is: 'refused', code: refusal.code }
}

/**
 * Whether there is no way in after this, for this visitor and this address. What is no refusal of the room's, such as
 * `unreachable`, may pass.
 */
export function isFinalCode(code: string): boolean {
  return thenOf(code) === 'final'
}
