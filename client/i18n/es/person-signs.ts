import type { personSignsTexts as English } from '../en/person-signs.ts'

/** The texts of the signs beside a name, in Spanish. */
export const personSignsTexts: typeof English = {
  muted: 'en silencio',
  hand: 'mano levantada',
}
