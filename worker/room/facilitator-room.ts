import type { Issue } from '../../protocol/refusal.ts'
import type { AccountRoom, SchedulePatch } from '../../protocol/schedule.ts'
import { hashPassword } from '../secrets/password.ts'
import { changesOf, checkChanges } from './rules/schedule.ts'
import { phaseAt, type RoomState, toPublicRoom } from './state/room-state.ts'
import type { RoomRow, ScheduleRow } from './storage/rows.ts'
import type { RoomStore } from './storage/store.ts'

/** A room that belongs to an account. */
export type FacilitatorRoomState = RoomState & { row: RoomRow & { schedule: ScheduleRow } }

/** Whether a room is this account's. */
export function belongsTo(live: RoomState, accountId: string): live is FacilitatorRoomState {
  return live.row.schedule?.accountId === accountId
}

/** The room as its facilitator sees it. */
export function toAccountRoom(live: FacilitatorRoomState, now: number): AccountRoom {
  const { title, retainFor } = live.row.schedule
  return { ...toPublicRoom(live, now), title, closesAt: live.row.endsAt, retainFor, messages: live.lastSeq }
}

/** Makes the changes a facilitator asks for, all or none. Gives what is wrong with them. */
export function changePlan(
  store: RoomStore,
  live: FacilitatorRoomState,
  patch: SchedulePatch,
  now: number,
): Issue[] {
  const { row } = live
  const today: Record<keyof SchedulePatch, unknown> = {
    title: row.schedule.title,
    opensAt: row.schedule.opensAt,
    closesAt: row.endsAt,
    retainFor: row.schedule.retainFor,
    capacity: row.capacity,
    // Only its absence can be compared: a hash can't be, and a password given is one to set.
    password: row.password === null ? null : undefined,
    encryption: row.encryption,
    admission: row.admission,
    destroyBy: row.destroyBy,
    locked: row.locked,
  }
  const changes = changesOf(patch, (field, value) => value !== today[field])
  const { opensAt: openingAt, retainFor: keptFor } = row.schedule
  const scheduled = {
    phase: phaseAt(live, now),
    opensAt: openingAt,
    closesAt: row.endsAt,
    retainFor: keptFor,
    destroyBy: row.destroyBy,
  }
  const issues = checkChanges(scheduled, changes, now)
  if (issues.length > 0) return issues
  const { title, opensAt, retainFor, closesAt, password, ...rest } = changes
  Object.assign(row.schedule, defined({ title, opensAt, retainFor }))
  Object.assign(row, defined(rest))
  if (password !== undefined) row.password = password === null ? null : hashPassword(password)
  setEnd(row, closesAt ?? row.endsAt, now)
  store.setScheduled(row)
  return []
}

/** Closes the room at `now`, where that is sooner than planned. */
export function closeRoomAt(store: RoomStore, live: FacilitatorRoomState, now: number): void {
  setEnd(live.row, Math.min(live.row.endsAt, now), now)
  store.setScheduled(live.row)
}

function setEnd(row: RoomRow, endsAt: number, now: number): void {
  if (row.endsAt === endsAt) return
  row.endsAt = endsAt
  row.endsSetAt = now
}

function defined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
