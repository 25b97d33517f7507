import type { copyTexts as English } from '../en/copy.ts'

/** The texts of a button that copies, in Brazilian Portuguese. */
export const copyTexts: typeof English = {
  copied: 'Copiado',
  notCopied: 'Não é permitido copiar aqui. Selecione e copie manualmente.',
}
