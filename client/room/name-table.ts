import CONFUSABLES from 'unhomoglyph/data.json'
import type { Prototypes } from '../../protocol/name-looks.ts'

/** What every character is taken for. It is 28 KiB: only names that are no ASCII need it. */
export const ALL_PROTOTYPES: Prototypes = new Map(Object.entries(CONFUSABLES))
