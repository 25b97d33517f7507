import { ALARM_RETRY_MS } from '../storage/alarm-retry.ts'
import type { RoomEntry } from './room-index.ts'

/** Milliseconds after a room's end at which its account checks that it is gone: the room's own alarm comes first. */
const CHECK_DELAY_MS = 5_000

/** Whether a step with this room was begun that may not have been finished. */
export function isUnfinished(entry: RoomEntry): boolean {
  return entry.step !== 'live'
}

/** Whether the account should ask this room for its state at `now`. */
export function isCheckDue(entry: RoomEntry, now: number): boolean {
  return isUnfinished(entry) || now >= entry.goneAt
}

/** What the account waits for, besides its rooms. */
interface SessionDeadlines {
  /** Whether sessions have ended that are not reported to their rooms. */
  hasUnreported: boolean
  /** When the next session expires that holds a seat, Unix milliseconds; null where none does. */
  nextExpiry: number | null
}

/**
 * When the account's alarm is due: soon where something is unfinished, otherwise when the next room should be gone, or the
 * next session that holds a seat expires. Never at once: a room that can't be asked is asked again and again, with a pause
 * in between.
 * @returns Unix milliseconds, or null where there is nothing to wait for
 */
export function nextAlarm(
  entries: RoomEntry[],
  { hasUnreported, nextExpiry }: SessionDeadlines,
  now: number,
): number | null {
  const times = entries.map((entry) => (isUnfinished(entry) ? now : entry.goneAt + CHECK_DELAY_MS))
  if (hasUnreported) times.push(now)
  if (nextExpiry !== null) times.push(nextExpiry)
  return times.length === 0 ? null : Math.max(Math.min(...times), now + ALARM_RETRY_MS)
}
