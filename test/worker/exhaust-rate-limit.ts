/**
 * Repeats a request until a rate limit refuses it.
 *
 * The rate limits count by the minute of the clock. In a minute that begins in between the count starts again, and lets as many requests
 * through once more.
 *
 * @param most The most requests to send: as many as a minute lets through.
 * @param request Sends a request that answers 400 where the rate limit lets it through.
 * @returns The first answer that is not a 400, or the last one.
 */
export async function exhaustRateLimit<T extends { status: number }>(
  most: number,
  request: () => Promise<T>,
): Promise<T> {
  let last = await request()
  for (let tries = 0; last.status === 400 && tries < most; tries += 1) last = await request()
  return last
}
