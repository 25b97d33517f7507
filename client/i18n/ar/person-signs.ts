import type { personSignsTexts as English } from '../en/person-signs.ts'

/** The texts of the signs beside a name, in Arabic. */
export const personSignsTexts: typeof English = {
  muted: 'مكتوم',
  hand: 'رفع يده',
}
