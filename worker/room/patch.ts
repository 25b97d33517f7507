import type { Refusal } from '../../protocol/refusal.ts'
import type { RoomPatch } from '../../protocol/room.ts'
import { endsAt, type Live, phaseAt } from './live.ts'
import { refuseIn } from './phase.ts'
import { mayPatch, type Power } from './powers.ts'
import { checkEnd } from './schedule.ts'
import type { Store } from './store.ts'

/**
 * Locks or unlocks the door, or sets another end: all that is asked, or nothing.
 * @param power of whoever asks; null for a stranger
 * @param slow asked last, so that only what would be done counts: why it is too much
 */
export function patchRoom(
  store: Store,
  live: Live,
  power: Power | null,
  { locked, closesAt }: RoomPatch,
  now: number,
  slow: () => Refusal | null,
): Refusal | null {
  const { row } = live
  const phase = phaseAt(live, now)
  if (phase !== 'open' && power !== 'facilitator') return refuseIn(phase)
  if (power === null) return { code: 'not-a-participant' }
  const facts = { destroyBy: row.destroyBy, endsAt: endsAt(live), isScheduled: row.schedule !== null }
  if (!mayPatch(power, { locked, closesAt }, facts)) return { code: 'not-allowed' }
  const issues = closesAt === undefined ? [] : checkEnd(row, closesAt, now)
  const refusal = issues.length > 0 ? { code: 'invalid-request' as const, issues } : slow()
  if (refusal) return refusal
  if (locked !== undefined) {
    store.setLocked(locked)
    row.locked = locked
  }
  if (closesAt !== undefined) {
    store.setEnd(closesAt, now)
    row.endsAt = closesAt
    row.endsSetAt = now
  }
  return null
}
