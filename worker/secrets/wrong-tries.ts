import { PASSWORD_TRIES, PASSWORD_TRIES_TOTAL } from '../../protocol/limits.ts'
import type { Refusal } from '../../protocol/refusal.ts'

/** A wrong password or code: when it was tried, Unix milliseconds, and by whom. */
export interface WrongTry {
  at: number
  /** What is counted as one asker: the keyed hash of an address, the hash of a device's secret, a session's id. */
  source: string
}

/**
 * Whether another password may be tried. After ten wrong ones of one source within a minute none of its passwords is
 * looked at, not even the right one: otherwise guessing could go on at full speed and only the answer be hidden.
 * @param tries the wrong ones, oldest first
 * @param isTotalLimited whether all sources together have a limit, too: not where they are known
 */
export function checkTries(
  tries: readonly WrongTry[],
  source: string,
  now: number,
  isTotalLimited = true,
): Refusal | null {
  const own = tries.filter((each) => each.source === source)
  const wait = Math.max(
    waitFor(own, now, PASSWORD_TRIES),
    isTotalLimited ? waitFor(tries, now, PASSWORD_TRIES_TOTAL) : 0,
  )
  return wait === 0 ? null : { code: 'too-many-attempts', retryAfter: wait }
}

/** Those of the tries that still count at `now`. */
export function recentTries(tries: readonly WrongTry[], now: number): WrongTry[] {
  return tries.filter(({ at }) => now - at < PASSWORD_TRIES.windowMs)
}

/** Whole seconds until one more may be tried; 0 where it may be now. */
function waitFor(
  tries: readonly WrongTry[],
  now: number,
  limit: { count: number; windowMs: number },
): number {
  const oldest = tries.filter(({ at }) => now - at < limit.windowMs).at(-limit.count)
  return oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest.at + limit.windowMs - now) / 1000))
}
