import type { Looks } from '../../protocol/name-looks.ts'

/** A name as it stands on the page, and whose it is. */
export interface ShownName {
  participantId: string
  name: string
  /** The alias that the room gave them, such as `anonymous-wolf-x7k2p`; absent where the name is that alias. */
  animal?: string | undefined
}

/** How names are compared. */
export interface NameRules {
  /** Returns what a reader may take a name for: names that share one of these look alike. */
  looksOf(name: string): Looks
  /** Whether a name looks like what the page itself says beside names. */
  isReserved(name: string): boolean
}

/** Returns what one participant's name is found by in the set of those that look like another. */
export function keyOfName({ participantId, name }: Pick<ShownName, 'participantId' | 'name'>): string {
  return `${participantId} ${name}`
}

/**
 * Finds the names that a reader may take for another's, or for what the page says: beside each of them the page shows the
 * alias of the room, too. A name is also compared with the aliases of the others, so that nobody calls themselves what
 * somebody else is told apart by. Who had two names may have them alike.
 * @returns the keys (`keyOfName`) of those names
 */
export function findLookAlikes(
  names: Iterable<ShownName>,
  { looksOf, isReserved }: NameRules,
): ReadonlySet<string> {
  const distinct = new Map<string, ShownName>()
  /** Who has a look; null for several. */
  const owners = new Map<string, string | null>()
  const claim = (participantId: string, name: string) => {
    for (const look of looksOf(name.trim())) {
      const owner = owners.get(look)
      if (owner !== participantId) owners.set(look, owner === undefined ? participantId : null)
    }
  }
  for (const shown of names) {
    const key = keyOfName(shown)
    if (distinct.has(key)) continue
    distinct.set(key, shown)
    claim(shown.participantId, shown.name)
    if (shown.animal !== undefined) claim(shown.participantId, shown.animal)
  }
  const found = new Set<string>()
  for (const [key, { name }] of distinct)
    if (isReserved(name) || looksOf(name.trim()).some((look) => owners.get(look) === null)) found.add(key)
  return found
}
