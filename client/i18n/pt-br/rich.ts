import type { richTexts as English } from '../en/rich.ts'

/** The texts around code in a message, in Brazilian Portuguese. */
export const richTexts: typeof English = {
  copyCode: 'Copiar código',
  codeCopied: 'Código copiado.',
}
