import type { richTexts as English } from '../en/rich.ts'

/** The texts around code in a message, in Arabic. */
export const richTexts: typeof English = {
  copyCode: 'نسخ الرمز البرمجي',
  codeCopied: 'نُسخ الرمز البرمجي.',
}
