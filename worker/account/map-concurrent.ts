/** Rooms asked at the same time: enough to hide the distance, few enough for the platform's limits. */
const CONCURRENCY = 6

/**
 * Does `step` for each of `items`, a few at a time; the results are in the order of the items. Where one fails, no other
 * is begun; it throws once those under way are through.
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
