import type { languageTexts as English } from '../en/language.ts'

/** The texts of the box in which another language is chosen, in French. */
export const languageTexts: typeof English = {
  label: 'Langue',
  notKept: 'Votre navigateur ne conserve pas de cookies ici : la page reste donc dans cette langue.',
  retype: {
    title: 'Changer de langue ?',
    text: 'Les mots de passe, les codes et les liens que vous avez saisis ici ne sont pas enregistrés. Vous devrez les saisir à nouveau.',
    confirmLabel: 'Changer de langue',
  },
}
