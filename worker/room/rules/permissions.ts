import type { Role } from '../../../protocol/participant.ts'
import type { DestroyBy, RoomPatch } from '../../../protocol/room.ts'

/** Who asks: a participant's role, or the bearer of the host's token who has not joined. */
export type EffectiveRole = Role

/** Whether `power` may manage the room: remove, lock, set its end. */
export function mayManage(power: EffectiveRole): boolean {
  return power !== 'participant'
}

/**
 * Whether somebody of this role may be removed, or, where `onlyAway`, their seat be freed. Who manages the room is not
 * removed; but a host's own seat of before, whose token is lost, can be freed. A facilitator takes no seat from anybody.
 */
export function mayRemove(role: Role, onlyAway: boolean): boolean {
  return role === 'participant' || (onlyAway && role === 'host')
}

/** Whether `power` may destroy the room. */
export function mayDestroy(power: EffectiveRole, destroyBy: DestroyBy): boolean {
  return destroyBy === 'anyone' || mayManage(power)
}

/**
 * Whether `power` may make this change. Where anyone may destroy the room, anyone may give it more time, but not less;
 * when a facilitator's room closes is in its schedule, and so the facilitator's to say.
 */
export function mayPatch(
  power: EffectiveRole,
  patch: RoomPatch,
  room: { destroyBy: DestroyBy; endsAt: number; isScheduled: boolean },
): boolean {
  if (mayManage(power)) return true
  if (room.destroyBy !== 'anyone' || room.isScheduled) return false
  return patch.locked === undefined && (patch.closesAt ?? 0) > room.endsAt
}
