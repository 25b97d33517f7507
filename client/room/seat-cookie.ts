/** Milliseconds by which the end may move, and between two renewals, without a hurry. */
const RENEW_AFTER = 60_000

/** Milliseconds after a renewal that failed. */
export const RENEW_RETRY = 5_000

/**
 * When the seat's cookie has to be renewed: it lives until the end of the room as it was known on joining, and a room
 * that goes on for longer would lose its participant with it. Never before half of its life is over or a minute has
 * passed, so at most once a minute; always before it ends. Unix milliseconds by the server's clock.
 * @returns the time to join again, or null where the cookie outlives the room
 */
export function renewAt(joinedAt: number, cookieUntil: number, end: number): number | null {
  if (end <= cookieUntil) return null
  const half = joinedAt + (cookieUntil - joinedAt) / 2
  // A small step can wait: in a sliding room another follows.
  return end - cookieUntil > RENEW_AFTER ? Math.min(half, joinedAt + RENEW_AFTER) : half
}

/** Knows when this seat's cookie has to be renewed. */
interface SeatCookie {
  /** It was set, to live until `end`. */
  recordIssued(now: number, end: number): void
  /** Whether to renew it now, the room ending at `end`; having said so, not again for some seconds. */
  isRenewalDue(now: number, end: number): boolean
}

/** Makes what knows when to renew the cookie of one seat. All times are Unix milliseconds by the server's clock. */
export function makeSeatCookie(): SeatCookie {
  let since = 0
  let until = 0
  let notBefore = 0
  return {
    recordIssued(now, end) {
      since = now
      until = end
    },
    isRenewalDue(now, end) {
      const due = renewAt(since, until, end)
      if (due === null || now < Math.max(due, notBefore)) return false
      notBefore = now + RENEW_RETRY
      return true
    },
  }
}
