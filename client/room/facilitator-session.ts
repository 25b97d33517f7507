import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js'
import type { Role } from '../../protocol/participant.ts'
import type { RefusalCode } from '../../protocol/refusal.ts'
import type { Outcome } from './room-model.ts'

/** What a facilitator is refused whose session has ended. */
const REFUSED: ReadonlySet<RefusalCode | 'unreachable'> = new Set(['not-allowed', 'not-a-participant'])

/** Whether somebody who came in as a facilitator is logged in still. */
export interface FacilitatorSession {
  loggedOut: Accessor<boolean>
  /** Takes why something was refused that a facilitator may do, and returns the reason to tell. */
  takeRefusal(code: Outcome): Outcome
  /** The room has let this participant in once more: what was refused before says nothing any more. */
  forgive(): void
}

/**
 * Notices that a facilitator's session has ended: the room says that the seat is a participant's, or refuses what a
 * facilitator may do. When the room says that it is a facilitator's again, somebody has logged in.
 * @param role this participant's, as the room tells it; undefined before it is known
 */
export function createFacilitatorSession(role: Accessor<Role | undefined>): FacilitatorSession {
  const [refused, setRefused] = createSignal(false)
  const was = createMemo((before: boolean) => before || role() === 'facilitator', false)
  createEffect(on(role, () => setRefused(false)))
  return {
    loggedOut: () => was() && (refused() || role() === 'participant'),
    takeRefusal(code) {
      if (code === null || !was() || !REFUSED.has(code)) return code
      setRefused(true)
      return 'not-signed-in'
    },
    forgive: () => void setRefused(false),
  }
}
