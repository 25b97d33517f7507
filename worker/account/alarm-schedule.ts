import type { RoomEntry } from './room-index.ts'

/** Milliseconds until what was begun and not finished is looked at again. Longer than any step takes. */
export const RETRY_MS = 30_000

/** Milliseconds after a room's end that its account looks whether it is gone: its own alarm comes first. */
const CHECK_DELAY_MS = 5_000

/** Whether something was begun with this room that may not have been finished. */
export function isUnfinished(entry: RoomEntry): boolean {
  return entry.step !== 'live'
}

/** Whether the account should ask after this room at `now`. */
export function isCheckDue(entry: RoomEntry, now: number): boolean {
  return isUnfinished(entry) || now >= entry.goneAt
}

/** What the account waits for, besides its rooms. */
export interface SessionDeadlines {
  /** Whether rooms are still to be told of sessions that have ended. */
  hasUnreported: boolean
  /** When the next session expires that holds a seat, Unix milliseconds; null where none does. */
  nextExpiry: number | null
}

/**
 * When the account's alarm is due: soon where something is unfinished, otherwise when the next room should be gone, or the
 * next session that holds a seat expires. Never at once: a room that can't be asked is asked again and again, but not
 * without a pause.
 * @returns Unix milliseconds, or null where there is nothing to wait for
 */
export function nextAlarm(
  entries: RoomEntry[],
  { hasUnreported: isUntold, nextExpiry }: SessionDeadlines,
  now: number,
): number | null {
  const times = entries.map((entry) => (isUnfinished(entry) ? now : entry.goneAt + CHECK_DELAY_MS))
  if (isUntold) times.push(now)
  if (nextExpiry !== null) times.push(nextExpiry)
  return times.length === 0 ? null : Math.max(Math.min(...times), now + RETRY_MS)
}
