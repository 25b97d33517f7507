import type { languageTexts as English } from '../en/language.ts'

/** The texts of the box in which another language is chosen, in Brazilian Portuguese. */
export const languageTexts: typeof English = {
  label: 'Idioma',
  notKept: 'Seu navegador não guarda cookies aqui, então a página continua neste idioma.',
}
