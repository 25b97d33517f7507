import { CLOSE, type CloseCode } from '../../protocol/close.ts'
import type { RefusalCode } from '../../protocol/refusal.ts'
import type { OverReason } from './room-stage.ts'

/** Milliseconds by which a clock may be off. */
const CLOCK_SLACK = 3_000

/**
 * Returns why it is over after a final close.
 * @param left milliseconds the room had left, where that is known
 * @param closed whether the room has said since that it is kept for its facilitator
 */
export function endReasonOf(code: CloseCode, left: number | null, closed: boolean): OverReason {
  if (closed) return 'ended'
  if (code === CLOSE.removed) return 'removed'
  // The room could not send why it ended. A clock that is off by a little must not call its natural end a deed.
  if (code === CLOSE.gone) return left !== null && left < CLOCK_SLACK ? 'expired' : 'destroyed'
  return 'seat-lost'
}

/** Returns the final close code that stands for a refused call; null where coming back makes sense. */
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
