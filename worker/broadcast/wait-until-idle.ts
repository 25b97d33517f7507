/**
 * Steps without anything new after which a batch is over. What comes at once comes one or two steps apart over the network,
 * and ten where both ends of a socket are in one process (workerd, 2026-11).
 */
const IDLE_STEPS = 12
/** Steps after which a batch is over however much keeps coming. */
const STEPS_MAX = 200

/**
 * Resolves once nothing new has come for some steps. It uses no timer: one of 0 ms takes more than 1 ms (workerd,
 * 2026-11).
 * @param step resolves after everything that is ready by now: `storage.sync()`, which also waits until what was written
 *   is durable; what comes meanwhile could not be sent any sooner
 * @param count returns how much has come
 */
export async function waitUntilIdle(step: () => Promise<unknown>, count: () => number): Promise<void> {
  let seen = count()
  for (let steps = 0, idleSteps = 0; idleSteps < IDLE_STEPS && steps < STEPS_MAX; steps += 1) {
    // A write that failed ends the object; there is nothing to report here.
    await step().catch(() => {})
    const now = count()
    idleSteps = now > seen ? 0 : idleSteps + 1
    seen = now
  }
}
