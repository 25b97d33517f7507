import { makeReservedRule } from '../../../../protocol/reserved-names.ts'
import { looksOf } from './name-looks.ts'

/** Whether a name is kept for the room itself: nobody may take it where the server sees names. */
export const isReserved = makeReservedRule(looksOf)
