import { findLookAlikes, keyOfName, type ShownName } from '../../../../../client/room/look-alikes.ts'
import { makeNameRules } from '../../../../../client/room/name-rules.ts'
import { ALL_PROTOTYPES } from '../../../../../client/room/name-table.ts'

const rules = makeNameRules(ALL_PROTOTYPES)

/** Who is called what: the parts of a `Person` and of a `Message` that say so. */
interface Named {
  participantId: string
  name: string
  alias: string
}

/** Knows the names of a room, and gives each the alias of the room beside it that a reader may take for another's. */
export class Labels {
  readonly #known = new Map<string, ShownName>()
  #alike: ReadonlySet<string> | null = null

  /** Returns how somebody is called on the screen. */
  label({ participantId, name, alias }: Named): string {
    const shown = { participantId, name, ...(alias !== name && { animal: alias }) }
    const key = keyOfName(shown)
    if (!this.#known.has(key)) {
      this.#known.set(key, shown)
      this.#alike = null
    }
    this.#alike ??= findLookAlikes(this.#known.values(), rules)
    return alias !== name && this.#alike.has(key) ? `${name} (${alias})` : name
  }
}
