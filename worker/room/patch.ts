import type { Refusal } from '../../protocol/refusal.ts'
import type { RoomPatch } from '../../protocol/room.ts'
import { type EffectiveRole, mayPatch } from './rules/permissions.ts'
import { refusalIn } from './rules/phase.ts'
import { checkEnd } from './rules/schedule.ts'
import { endsAt, phaseAt, type RoomState } from './state/room-state.ts'
import type { RoomStore } from './storage/store.ts'

/**
 * Locks or unlocks the door, or sets another end: all that is asked, or nothing.
 * @param power of whoever asks; null for a stranger
 * @param slow asked last, so that only what would be done counts: why it is too much
 */
export function patchRoom(
  store: RoomStore,
  live: RoomState,
  power: EffectiveRole | null,
  { locked, closesAt }: RoomPatch,
  now: number,
  slow: () => Refusal | null,
): Refusal | null {
  const { row } = live
  const phase = phaseAt(live, now)
  if (phase !== 'open' && power !== 'facilitator') return refusalIn(phase)
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
