/**
 * Steps without anything new after which a batch is over: at most, and at least. What comes at once comes one or two steps
 * apart over the network, and ten where both ends of a socket are in one process (workerd, 2026-11).
 */
const QUIET_STEPS = { most: 12, least: 3 } as const
/** Steps after which a batch is over however much keeps coming. */
const STEPS_MAX = 200

/** How far apart, in steps, things came in the batches before: an old batch counts for less than a new one. */
export interface Spacing {
  apart: number
}

/**
 * Resolves at the end of a iteration of the event loop: once nothing new has come for some steps. No timer: one of 0 ms takes
 * more than 1 (workerd, 2026-11).
 * @param step resolves after what is ready to be dealt with by now: `storage.sync()`, which also waits for what was
 *   written to be durable; what comes meanwhile could not be sent any sooner
 * @param count how much has come
 * @param spacing is kept from batch to batch by the caller
 */
export async function waitUntilIdle(
  step: () => Promise<unknown>,
  count: () => number,
  spacing: Spacing,
): Promise<void> {
  let seen = count()
  let apart = 0
  // As long as nothing has come it may be about to.
  let limit: number = QUIET_STEPS.most
  for (let steps = 0, quiet = 0; quiet < limit && steps < STEPS_MAX; steps += 1) {
    // A write that failed is the object's end, and not this one's to report.
    await step().catch(() => {})
    const now = count()
    quiet += 1
    if (now <= seen) continue
    seen = now
    apart = Math.max(apart, quiet)
    quiet = 0
    const usual = 2 * Math.max(apart, spacing.apart)
    limit = Math.min(QUIET_STEPS.most, Math.max(QUIET_STEPS.least, usual))
  }
  spacing.apart = Math.max(apart, Math.floor(spacing.apart / 2))
}
