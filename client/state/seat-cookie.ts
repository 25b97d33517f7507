/** Milliseconds by which the end may move, and between two renewals, without a hurry. */
export const RENEW_AFTER = 60_000

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
