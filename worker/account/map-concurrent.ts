/** Calls that run at the same time: enough to hide the distance to a room, few enough for the platform's limits. */
const CONCURRENCY = 6

/**
 * Runs `step` for each of `items`, a few at a time. Where one step fails, no other begins.
 * @returns the results in the order of the items
 * @throws the first failure, once the steps that run are through
 */
export async function mapConcurrent<T, R>(items: readonly T[], step: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const rest = items.entries()
  const failures: unknown[] = []
  const worker = async () => {
    for (const [position, item] of rest) {
      try {
        results[position] = await step(item)
      } catch (error) {
        failures.push(error)
      }
      if (failures.length > 0) return
    }
  }
  await Promise.all(Array.from({ length: Math.min(CONCURRENCY, items.length) }, worker))
  if (failures.length > 0) throw failures[0]
  return results
}
