import type { richTexts as English } from '../en/rich.ts'

/** The texts around code in a message, in Japanese. */
export const richTexts: typeof English = {
  copyCode: 'コードをコピー',
  codeCopied: 'コードをコピーしました。',
}
