import type { languageTexts as English } from '../en/language.ts'

/** The texts of the box in which another language is chosen, in Spanish. */
export const languageTexts: typeof English = {
  label: 'Idioma',
  notKept: 'Tu navegador no guarda cookies aquí, así que la página sigue en este idioma.',
}
