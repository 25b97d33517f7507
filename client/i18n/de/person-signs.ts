import type { personSignsTexts as English } from '../en/person-signs.ts'

/** The texts of the signs beside a name, in German. */
export const personSignsTexts: typeof English = {
  muted: 'stummgeschaltet',
  hand: 'Hand gehoben',
}
