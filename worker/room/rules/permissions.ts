import type { Role } from '../../../protocol/participant.ts'
import type { DestroyBy, RoomPatch } from '../../../protocol/room.ts'

/** What somebody may do: as a participant of this role, or as the bearer of the host's token who has not joined. */
export type EffectiveRole = Role

/** Whether somebody may manage the room: remove participants, lock it, set its end. */
export function mayManage(role: EffectiveRole): boolean {
  return role !== 'participant'
}

/** Whether a participant of this role may be removed: hosts and facilitators may not. */
export function mayBeRemoved(role: Role): boolean {
  return role === 'participant'
}

/**
 * Whether the seat of somebody of this role may be freed while they are away. That includes a host, who may have lost the
 * host token. A facilitator's seat is not counted, so there is nothing to free.
 */
export function mayBeFreed(role: Role): boolean {
  return role !== 'facilitator'
}

/** Whether somebody may destroy the room. */
export function mayDestroy(role: EffectiveRole, destroyBy: DestroyBy): boolean {
  return destroyBy === 'anyone' || mayManage(role)
}

/**
 * Whether somebody may make this change. Where anyone may destroy the room, anyone may give it more time, but not less.
 * When a facilitator's room closes is in its schedule: only its facilitator may change that.
 */
export function mayPatch(
  role: EffectiveRole,
  patch: RoomPatch,
  room: { destroyBy: DestroyBy; endsAt: number; isScheduled: boolean },
): boolean {
  if (mayManage(role)) return true
  if (room.destroyBy !== 'anyone' || room.isScheduled) return false
  return patch.locked === undefined && (patch.closesAt ?? 0) > room.endsAt
}
