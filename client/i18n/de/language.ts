import type { languageTexts as English } from '../en/language.ts'

/** The texts of the box in which another language is chosen, in German. */
export const languageTexts: typeof English = {
  label: 'Sprache',
  notKept: 'Dein Browser speichert hier keine Cookies. Deshalb bleibt die Seite in dieser Sprache.',
}
