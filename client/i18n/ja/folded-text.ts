import type { foldedTexts as English } from '../en/folded-text.ts'

/** The texts of a long message's button, in Japanese. */
export const foldedTexts: typeof English = {
  showAll: 'すべて表示',
  showLess: '短く表示',
}
