/** Steps without anything new after which a turn is over: what one socket sends at once comes a few steps apart. */
const QUIET_STEPS = 3
/** Steps after which a turn is over however much keeps coming. */
const STEPS_MAX = 200

/**
 * Resolves at the end of a turn of the event loop: once nothing new has come for some steps. No timer: one of 0 ms takes
 * more than 1 (workerd, 2026-11).
 * @param step resolves after what is ready to be dealt with by now: `storage.sync()`, which also waits for what was
 *   written to be durable; what comes meanwhile could not be told any sooner
 * @param count how much has come
 */
export async function gathered(step: () => Promise<unknown>, count: () => number): Promise<void> {
  let seen = count()
  for (let steps = 0, quiet = 0; quiet < QUIET_STEPS && steps < STEPS_MAX; steps += 1) {
    // A write that failed is the object's end, and not this one's to report.
    await step().catch(() => {})
    const now = count()
    quiet = now > seen ? 0 : quiet + 1
    seen = now
  }
}
