import type { RawRefusal } from './refusal.ts'
import { done, type Outcome, refuse } from './refusal.ts'

/** What a call of the page's is answered. */
type Answered<T> = { ok: true; value: T } | { ok: false; refusal: RawRefusal }

/** Returns an answer as it is handed out; of one whose value means nothing to a caller, only whether it was done. */
export function toOutcome<T, V>(reply: Answered<T>, read: (value: T) => V): Outcome<V>
export function toOutcome(reply: Answered<unknown>): Outcome<void>
export function toOutcome<T, V>(reply: Answered<T>, read?: (value: T) => V): Outcome<V | undefined> {
  return reply.ok ? done(read?.(reply.value)) : refuse(reply.refusal)
}
