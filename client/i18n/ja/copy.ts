import type { copyTexts as English } from '../en/copy.ts'

/** The texts of a button that copies, in Japanese. */
export const copyTexts: typeof English = {
  copied: 'コピーしました',
  notCopied: 'ここではコピーが許可されていません。選択して手動でコピーしてください。',
}
