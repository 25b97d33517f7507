import type { Issue } from '../../protocol/refusal.ts'
import type { AccountRoom, SchedulePatch } from '../../protocol/schedule.ts'
import { hashPassword } from '../secrets/password.ts'
import { type Live, phaseAt, publicRoom } from './live.ts'
import type { RoomRow, ScheduleRow } from './rows.ts'
import { changesOf, checkChanges } from './schedule.ts'
import type { Store } from './store.ts'

/** A room that belongs to an account. */
export type OwnedLive = Live & { row: RoomRow & { schedule: ScheduleRow } }

/** Whether a room is this account's. */
export function isOwned(live: Live, accountId: string): live is OwnedLive {
  return live.row.schedule?.accountId === accountId
}

/** The room as its facilitator sees it. */
export function accountRoom(live: OwnedLive, now: number): AccountRoom {
  const { title, retainFor } = live.row.schedule
  return { ...publicRoom(live, now), title, closesAt: live.row.endsAt, retainFor, messages: live.lastSeq }
}

/** Makes the changes a facilitator asks for, all or none. Gives what is wrong with them. */
export function change(store: Store, live: OwnedLive, patch: SchedulePatch, now: number): Issue[] {
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
export function closeAt(store: Store, live: OwnedLive, now: number): void {
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
