import { watch } from 'node:fs'

/** Milliseconds after which a write that has not come is not coming. */
const WITHIN = 15_000

/**
 * Waits until so many writes below `directory` were seen, counted from now on: so that something can happen between two
 * of them. Writes that follow one another at once may be seen as one.
 */
export function waitForWrites(directory: string, count: number): Promise<void> {
  const seen = Promise.withResolvers<void>()
  let writes = 0
  const watcher = watch(directory, { recursive: true }, () => {
    writes += 1
    if (writes >= count) seen.resolve()
  })
  const late = () => seen.reject(new Error(`${writes} of ${count} writes were seen within ${WITHIN} ms`))
  const timer = setTimeout(late, WITHIN)
  return seen.promise.finally(() => {
    clearTimeout(timer)
    watcher.close()
  })
}
