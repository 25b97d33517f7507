import type { copyTexts as English } from '../en/copy.ts'

/** The texts of a button that copies, in Spanish. */
export const copyTexts: typeof English = {
  copied: 'Copiado',
  notCopied: 'Aquí no se permite copiar. Selecciónalo y cópialo a mano.',
}
