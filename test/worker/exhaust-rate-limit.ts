/**
 * Knocks on after all that a brake lets through.
 *
 * The brakes count by the minute of the clock: one that begins in between counts anew, and then as many pass once more.
 *
 * @param most How many times to try, at most: as many as pass in a minute.
 * @param knock A request that answers 400 where the brake lets it through.
 * @returns The first answer that is not a 400, or the last one.
 */
export async function exhaustRateLimit<T extends { status: number }>(
  most: number,
  knock: () => Promise<T>,
): Promise<T> {
  let last = await knock()
  for (let tries = 0; last.status === 400 && tries < most; tries += 1) last = await knock()
  return last
}
