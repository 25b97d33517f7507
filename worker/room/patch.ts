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
 */
export function patchRoom(
  store: Store,
  live: Live,
  power: Power | null,
  { locked, closesAt }: RoomPatch,
  now: number,
): Refusal | null {
  const { row } = live
  const phase = phaseAt(live, now)
  if (phase !== 'open' && power !== 'facilitator') return refuseIn(phase)
  if (power === null) return { code: 'not-a-participant' }
  const facts = { destroyBy: row.destroyBy, endsAt: endsAt(live) }
  if (!mayPatch(power, { locked, closesAt }, facts)) return { code: 'not-allowed' }
  const issues = closesAt === undefined ? [] : checkEnd(row, closesAt, now)
  if (issues.length > 0) return { code: 'invalid-request', issues }
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
