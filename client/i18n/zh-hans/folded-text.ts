import type { foldedTexts as English } from '../en/folded-text.ts'

/** The texts of a long message's button, in simplified Chinese. */
export const foldedTexts: typeof English = {
  showAll: '展开',
  showLess: '收起',
}
