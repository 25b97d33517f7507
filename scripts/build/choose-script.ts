/** What is asked of the bundler about a module: who imports it at once, by `import`, and who later, by `import()`. */
interface ModuleImporters {
  readonly importers: readonly string[]
  readonly dynamicImporters: readonly string[]
}

/** What every page loads. */
const MAIN = /\/client\/app\/main\.tsx$/

/**
 * What lobby and room load without being asked, and in which order: what enters a room comes before what shows it, and what
 * goes on beside the conversation after both.
 */
const PARTS = ['open-lobby', 'open-room', 'room-page', 'room-parts'] as const
const PART = new RegExp(`/client/(?:lobby|room)/(${PARTS.join('|')})\\.tsx?$`)

/** Pages that don't stand in a room. */
const OUTSIDE = /\/client\/(?:account|app|lobby)\//

/**
 * Chooses the script that a module is built into: that of the first part which loads the module at once. What both the lobby and
 * a room load is in `shared`, the first file of every page. Small parts of their own would be requests of their own, one
 * after the other.
 * @param id the module's path, with `/`
 * @param importersOf asks the bundler about a module; null where it knows none
 * @returns null where the bundler shall choose by itself
 */
export function chooseScript(id: string, importersOf: (id: string) => ModuleImporters | null): string | null {
  const found = new Set<string>()
  let isNeededOutside = false
  const seen = new Set([id])
  for (const each of seen) {
    if (MAIN.test(each)) return 'shared'
    const part = PART.exec(each)?.[1]
    if (part) found.add(part)
    const { importers, dynamicImporters } = importersOf(each) ?? { importers: [], dynamicImporters: [] }
    isNeededOutside ||= [each, ...dynamicImporters].some((one) => OUTSIDE.test(one))
    for (const importer of importers) seen.add(importer)
  }
  const isInRoom = found.has('open-room') || found.has('room-page')
  if (found.has('open-lobby') && isInRoom) return 'shared'
  const [first = null] = PARTS.filter((part) => found.has(part))
  // Who stands elsewhere would load all that goes on beside a conversation, for the sake of one module.
  return first === 'room-parts' && isNeededOutside ? null : first
}
