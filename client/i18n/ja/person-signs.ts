import type { personSignsTexts as English } from '../en/person-signs.ts'

/** The texts of the signs beside a name, in Japanese. */
export const personSignsTexts: typeof English = {
  muted: 'ミュート中',
  hand: '挙手中',
}
