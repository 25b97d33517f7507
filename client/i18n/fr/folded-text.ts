import type { foldedTexts as English } from '../en/folded-text.ts'

/** The texts of a long message's button, in French. */
export const foldedTexts: typeof English = {
  showAll: 'Tout afficher',
  showLess: 'Réduire',
}
