import type { richTexts as English } from '../en/rich.ts'

/** The texts around code in a message, in German. */
export const richTexts: typeof English = {
  copyCode: 'Code kopieren',
  codeCopied: 'Code kopiert.',
}
