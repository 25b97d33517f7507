import { PASSWORD_TRIES, PASSWORD_TRIES_TOTAL } from '../../protocol/limits.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'

/** A wrong password or recovery code: when somebody tried it, Unix milliseconds, and who. */
export interface WrongTry {
  at: number
  /** What counts as one person: the keyed hash of an address, the hash of a device's token, or a session's id. */
  source: string
}

/**
 * Checks whether somebody may try another password. After ten wrong ones of one source within a minute none of its
 * passwords is verified, not even the right one: otherwise guessing could go on at full speed, with only the answer hidden.
 * @param tries the wrong ones, oldest first
 * @param isTotalLimited whether all sources together have a limit, too: not where each source is known
 * @returns `too-many-attempts` where they may not
 */
export function checkTries(
  tries: readonly WrongTry[],
  source: string,
  now: number,
  isTotalLimited = true,
): Result<void> {
  const own = tries.filter((each) => each.source === source)
  const wait = Math.max(
    waitFor(own, now, PASSWORD_TRIES),
    isTotalLimited ? waitFor(tries, now, PASSWORD_TRIES_TOTAL) : 0,
  )
  return wait === 0 ? ok() : refused({ code: 'too-many-attempts', retryAfter: wait })
}

/** Returns the tries that still count at `now`. */
export function recentTries(tries: readonly WrongTry[], now: number): WrongTry[] {
  return tries.filter(({ at }) => now - at < PASSWORD_TRIES.windowMs)
}

/** Returns the whole seconds until one more may be tried; 0 where it may be tried now. */
function waitFor(
  tries: readonly WrongTry[],
  now: number,
  limit: { count: number; windowMs: number },
): number {
  const oldest = tries.filter(({ at }) => now - at < limit.windowMs).at(-limit.count)
  return oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest.at + limit.windowMs - now) / 1000))
}
