import type { copyTexts as English } from '../en/copy.ts'

/** The texts of a button that copies, in German. */
export const copyTexts: typeof English = {
  copied: 'Kopiert',
  notCopied: 'Kopieren ist hier nicht erlaubt. Markiere es und kopiere es von Hand.',
}
