import type { personSignsTexts as English } from '../en/person-signs.ts'

/** The texts of the signs beside a name, in French. */
export const personSignsTexts: typeof English = {
  muted: 'parole coupée',
  hand: 'main levée',
}
