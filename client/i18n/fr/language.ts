import type { languageTexts as English } from '../en/language.ts'

/** The texts of the box in which another language is chosen, in French. */
export const languageTexts: typeof English = {
  label: 'Langue',
  notKept: 'Votre navigateur ne conserve pas de cookies ici : la page reste donc dans cette langue.',
}
