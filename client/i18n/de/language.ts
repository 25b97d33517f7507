import type { languageTexts as English } from '../en/language.ts'

/** The texts of the box in which another language is chosen, in German. */
export const languageTexts: typeof English = {
  label: 'Sprache',
  notKept: 'Dein Browser speichert hier keine Cookies. Deshalb bleibt die Seite in dieser Sprache.',
  retype: {
    title: 'Die Sprache wechseln?',
    text: 'Passwörter, Codes und Links, die du hier eingegeben hast, werden nicht gespeichert. Du musst sie danach noch einmal eingeben.',
    confirmLabel: 'Sprache wechseln',
  },
}
