import type { personSignsTexts as English } from '../en/person-signs.ts'

/** The texts of the signs beside a name, in simplified Chinese. */
export const personSignsTexts: typeof English = {
  muted: '已禁言',
  hand: '已举手',
}
