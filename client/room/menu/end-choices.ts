import { LIFETIME, SCHEDULE_AHEAD_MS } from '../../../protocol/limits.ts'
import type { Role } from '../../../protocol/participant.ts'
import type { Room } from '../../../protocol/room.ts'

/** Minutes by which one press moves the end of a room. */
const STEPS = [5, 10, 30, 60] as const

const MINUTE = 60_000

/** Between which instants the end of a room may be, Unix milliseconds. */
interface EndRange {
  earliest: number
  latest: number
}

/**
 * Whether a participant of this role may move the end of the room. Whoever may destroy it may; the schedule of a facilitator's
 * room is not for its participants to change. A room that every message keeps alive has no end to move, nor has one that waits
 * for its second participant.
 */
export function mayMoveEnd(room: Room, role: Role): boolean {
  if (room.expiry === 'sliding' || room.startedAt === null) return false
  if (role !== 'participant') return true
  return room.closesAt === undefined && room.destroyBy === 'anyone'
}

/** Returns between which instants the end may be moved: a minute from now, and as long as such a room lives at most. */
export function endRangeOf(room: Room, now: number): EndRange {
  const latest =
    room.closesAt === undefined
      ? (room.startedAt ?? room.createdAt) + LIFETIME.max * 1_000
      : now + SCHEDULE_AHEAD_MS
  return { earliest: now + MINUTE, latest }
}

/** By how many minutes the end of a room may be moved, to a later time and to an earlier one. */
export interface Steps {
  later: number[]
  earlier: number[]
}

/** Returns by how many minutes the end may be moved. */
export function stepsWithin(endsAt: number, range: EndRange): Steps {
  return {
    later: STEPS.filter((minutes) => endsAt + minutes * MINUTE <= range.latest),
    earlier: STEPS.filter((minutes) => endsAt - minutes * MINUTE >= range.earliest),
  }
}

/**
 * Returns when a clock shows a time next, in the reader's time zone; for the minute that it shows now, when that began: who types it
 * means now, and not tomorrow.
 * @param time as a box for a time holds it, such as `18:30`
 * @param now Unix milliseconds
 * @returns Unix milliseconds; null where it is no time
 */
export function nextInstantAt(time: string, now: number): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? []
  if (hours === undefined || minutes === undefined) return null
  const instant = new Date(now)
  instant.setHours(Number(hours), Number(minutes), 0, 0)
  if (instant.getTime() <= now - MINUTE) instant.setDate(instant.getDate() + 1)
  return instant.getTime()
}
