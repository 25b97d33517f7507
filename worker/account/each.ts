/** Rooms asked at the same time: enough to hide the distance, few enough for the platform's limits. */
const AT_ONCE = 6

/** Does `step` for each of `items`, a few at a time; the results are in the order of the items. */
export async function each<T, R>(items: readonly T[], step: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const rest = items.entries()
  const worker = async () => {
    for (const [position, item] of rest) results[position] = await step(item)
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker))
  return results
}
