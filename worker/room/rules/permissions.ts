import type { Role } from '../../../protocol/participant.ts'
import type { DestroyBy, RoomPatch } from '../../../protocol/room.ts'

/** The role that decides what somebody may do: that of their seat, or that of a host or facilitator without one. */
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
export function maySeatBeFreed(role: Role): boolean {
  return role !== 'facilitator'
}

/** Whether somebody may destroy the room. */
export function mayDestroy(role: EffectiveRole, destroyBy: DestroyBy): boolean {
  return destroyBy === 'anyone' || mayManage(role)
}

/**
 * Whether somebody may make this change. Where anyone may destroy the room, anyone may move its end to a later time, but not
 * to an earlier one. A facilitator's room closes by its schedule, which only its facilitator may change.
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
