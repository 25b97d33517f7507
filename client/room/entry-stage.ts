import { CLOSE, type CloseCode } from '../../protocol/close.ts'
import { type Refusal, type RefusalCode, thenOf } from '../../protocol/refusal.ts'
import type { EndReason } from '../../protocol/room-events.ts'
import type { Unreachable } from '../net/http.ts'
import type { Stage } from './room-state.ts'

/** Where a visitor stands whom the room has not let in. `alias` is the name that was tried. */
export function stageOf(refusal: Refusal | Unreachable, alias: string | undefined): Stage {
  switch (refusal.code) {
    case 'password-required':
      return { is: 'asking', wrong: false, retryAfter: null }
    case 'wrong-password':
      return { is: 'asking', wrong: true, retryAfter: null }
    case 'too-many-attempts':
      return { is: 'asking', wrong: false, retryAfter: refusal.retryAfter }
    case 'alias-taken':
      return { is: 'naming', name: alias ?? '', why: 'taken' }
    case 'invalid-request':
      return refusal.issues.some(({ path }) => path === 'alias')
        ? { is: 'naming', name: alias ?? '', why: 'refused' }
        : { is: 'refused', code: refusal.code }
    default:
      return { is: 'refused', code: refusal.code }
  }
}

/** What no refusal of the room is, and may pass: nobody could be asked, or this browser keeps no token. */
const OWN: ReadonlySet<string> = new Set(['unreachable', 'cookies-blocked', 'seat-lost'])

/** Whether there is no way in after this, for this visitor and this address. */
export function isFinalCode(code: string): boolean {
  return !OWN.has(code) && thenOf(code) === 'final'
}

/** Whether a visitor in this stage has nothing to come back to, so that nothing may be left behind. */
export function isFinalStage(stage: Stage): boolean {
  return stage.is === 'over' || (stage.is === 'refused' && isFinalCode(stage.code))
}

/** Whether a visitor has lost the seat, but may come back: what was being written is kept for that. */
export function isSeatLost(stage: Stage): boolean {
  return stage.is === 'over' && stage.why === 'seat-lost'
}

/** Milliseconds by which a clock may be off. */
const CLOCK_SLACK = 3_000

/**
 * Why it is over after a final close.
 * @param left milliseconds the room had left, where that is known
 * @param closed whether the room has said since that it is kept for its facilitator
 */
export function whyOver(
  code: CloseCode,
  left: number | null,
  closed: boolean,
): EndReason | 'removed' | 'seat-lost' {
  if (closed) return 'ended'
  if (code === CLOSE.removed) return 'removed'
  // The room could not say why it ended. A clock that is off by a little must not call its natural end a deed.
  if (code === CLOSE.gone) return left !== null && left < CLOCK_SLACK ? 'expired' : 'destroyed'
  return 'seat-lost'
}

/** The final close code that stands for a refused call, or null where coming back makes sense. */
export function closeCodeOf(code: RefusalCode | 'unreachable' | undefined): CloseCode | null {
  switch (code) {
    case 'room-not-found':
    case 'room-closed':
      return CLOSE.gone
    case 'not-a-participant':
      return CLOSE.notAParticipant
    case 'removed':
      return CLOSE.removed
    default:
      return null
  }
}
