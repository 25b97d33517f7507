import type { copyTexts as English } from '../en/copy.ts'

/** The texts of a button that copies, in French. */
export const copyTexts: typeof English = {
  copied: 'Copié',
  notCopied: 'La copie n’est pas permise ici. Sélectionnez le texte et copiez-le à la main.',
}
