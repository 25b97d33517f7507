import type { copyTexts as English } from '../en/copy.ts'

/** The texts of a button that copies, in simplified Chinese. */
export const copyTexts: typeof English = {
  copied: '已复制',
  notCopied: '此处不允许复制，请选中后手动复制。',
}
