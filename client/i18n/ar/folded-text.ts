import type { foldedTexts as English } from '../en/folded-text.ts'

/** The texts of a long message’s button, in Arabic. */
export const foldedTexts: typeof English = {
  showAll: 'عرض الكل',
  showLess: 'عرض أقل',
}
