import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js'
import type { Role } from '../../protocol/participant.ts'
import { type RefusalCode, refused } from '../../protocol/refusal.ts'
import type { Reply } from '../net/http.ts'

/** What a facilitator is refused whose session has ended. */
const REFUSED: ReadonlySet<RefusalCode | 'unreachable'> = new Set(['not-allowed', 'not-a-participant'])

/** Whether somebody who came in as a facilitator is logged in still. */
interface FacilitatorSession {
  isLoggedOut: Accessor<boolean>
  /** Takes the reply to what a facilitator may do, and returns the one to show: a log-in may be what is missing. */
  takeReply<T>(reply: Reply<T>): Reply<T>
  /** The room has let this participant in once more: what was refused before no longer counts. */
  forgiveRefusal(): void
}

/**
 * Notices that a facilitator's session has ended: the room sends another role for the seat, or refuses what a
 * facilitator may do. When the role is a facilitator's again, somebody has logged in.
 * @param role this participant's, as the room sends it; undefined before it is known
 */
export function createFacilitatorSession(role: Accessor<Role | undefined>): FacilitatorSession {
  const [isRefused, setRefused] = createSignal(false)
  const wasFacilitator = createMemo((before: boolean) => before || role() === 'facilitator', false)
  createEffect(on(role, () => setRefused(false)))
  return {
    isLoggedOut: () => wasFacilitator() && (isRefused() || role() === 'participant'),
    takeReply(reply) {
      if (reply.ok || !wasFacilitator() || !REFUSED.has(reply.refusal.code)) return reply
      setRefused(true)
      return refused('not-signed-in')
    },
    forgiveRefusal: () => void setRefused(false),
  }
}
