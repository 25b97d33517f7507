import type { richTexts as English } from '../en/rich.ts'

/** The texts around code in a message, in French. */
export const richTexts: typeof English = {
  copyCode: 'Copier le code',
  codeCopied: 'Code copié.',
}
