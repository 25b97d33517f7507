import { findLookAlikes, keyOfName, type ShownName } from '../../../../../client/room/look-alikes.ts'
import { makeNameRules } from '../../../../../client/room/name-rules.ts'
import { ALL_PROTOTYPES } from '../../../../../client/room/name-table.ts'

const rules = makeNameRules(ALL_PROTOTYPES)

/** Names of one participant that are known: a room lets them take a new one every second. */
const NAMES_MAX = 10

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
      this.#forgetOldest(participantId)
      this.#known.set(key, shown)
      this.#alike = null
    }
    this.#alike ??= findLookAlikes(this.#known.values(), rules)
    return alias !== name && this.#alike.has(key) ? `${name} (${alias})` : name
  }

  /** Forgets what somebody was called first who has had many names: their own alone, so that nobody drives out another's. */
  #forgetOldest(participantId: string): void {
    const own = [...this.#known].filter(([, known]) => known.participantId === participantId)
    const [oldest] = own
    if (oldest && own.length >= NAMES_MAX) this.#known.delete(oldest[0])
  }
}
