import CONFUSABLES from 'unhomoglyph/data.json' with { type: 'json' }
import * as looks from '../../../../protocol/name-looks.ts'

const PROTOTYPES: looks.Prototypes = new Map(Object.entries(CONFUSABLES))

/** Returns the skeleton of a text by UTS 39: texts that look alike have the same skeleton. */
export function skeletonOf(text: string): string {
  return looks.skeletonOf(text, PROTOTYPES)
}

/** Returns what a reader may take a name for. */
export function looksOf(name: string): looks.Looks {
  return looks.looksOf(name, PROTOTYPES)
}
