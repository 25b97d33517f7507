import type { personSignsTexts as English } from '../en/person-signs.ts'

/** The texts of the signs beside a name, in Brazilian Portuguese. */
export const personSignsTexts: typeof English = {
  muted: 'em silêncio',
  hand: 'mão levantada',
}
