import type { importsOf } from './first-load.ts'

/**
 * Counts how often something is waited for, one after the other, until a document and all scripts are here that its page needs:
 * once for the document, once for what it names, and once more for each script that is found in another.
 * @param named scripts that the document names, by their files
 * @param needed scripts that the page needs, by their files
 * @param imports what a script imports
 * @throws an error where a script is needed that nothing leads to
 */
export function countRoundTrips(
  named: Iterable<string>,
  needed: ReadonlySet<string>,
  imports: typeof importsOf,
): number {
  const here = new Set<string>()
  let next = new Set(named)
  let trips = 1
  while (next.size > 0) {
    trips += 1
    for (const file of next) here.add(file)
    const found = [...next].flatMap((file) => Object.values(imports(file)).flat())
    next = new Set(found.filter((file) => needed.has(file) && !here.has(file)))
  }
  const missing = [...needed].filter((file) => !here.has(file))
  if (missing.length > 0) throw new Error(`nothing leads to ${missing.join()}`)
  return trips
}
