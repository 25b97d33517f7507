import type { foldedTexts as English } from '../en/folded-text.ts'

/** The texts of a long message's button, in Brazilian Portuguese. */
export const foldedTexts: typeof English = {
  showAll: 'Ver tudo',
  showLess: 'Ver menos',
}
