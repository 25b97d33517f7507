import type { foldedTexts as English } from '../en/folded-text.ts'

/** The texts of a long message's button, in Spanish. */
export const foldedTexts: typeof English = {
  showAll: 'Ver todo',
  showLess: 'Ver menos',
}
