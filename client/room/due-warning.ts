import type { Room } from '../../protocol/room.ts'

/** Minutes before the end at which people are warned. The last one is seen and read out by `EndingWarning`, too. */
const WARNED_AT = [5, 1] as const

/** Milliseconds that a room has to live for, so that it warns: in a shorter one the end is always near. */
const LONG_ROOM = 600_000

/**
 * Returns how many minutes are left where a warning is due. After a laptop slept, or where somebody set an earlier end, these are
 * fewer than those that were passed: only how things stand now is worth saying.
 * @param before seconds that were left before
 * @param now seconds that are left
 */
export function findDueWarning(before: number, now: number): number | null {
  const isDue = WARNED_AT.some((minutes) => before > minutes * 60 && now <= minutes * 60)
  return isDue && now > 0 ? Math.ceil(now / 60) : null
}

/** Whether a room lives for long enough to warn before its end. */
export function isLongRoom(room: Room): boolean {
  if (room.lifetime * 1_000 > LONG_ROOM) return true
  // Somebody may have given a short room more time.
  const begin = Math.max(room.startedAt ?? room.createdAt, room.opensAt)
  return room.expiry === 'fixed' && room.expiresAt - begin > LONG_ROOM
}
