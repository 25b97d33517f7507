import type { foldedTexts as English } from '../en/folded-text.ts'

/** The texts of a long message's button, in German. */
export const foldedTexts: typeof English = {
  showAll: 'Alles zeigen',
  showLess: 'Weniger zeigen',
}
