import type { richTexts as English } from '../en/rich.ts'

/** The texts around code in a message, in simplified Chinese. */
export const richTexts: typeof English = {
  copyCode: '复制代码',
  codeCopied: '代码已复制。',
}
