import type { languageTexts as English } from '../en/language.ts'

/** The texts of the box in which another language is chosen, in Brazilian Portuguese. */
export const languageTexts: typeof English = {
  label: 'Idioma',
  notKept: 'Seu navegador não guarda cookies aqui, então a página continua neste idioma.',
  retype: {
    title: 'Mudar o idioma?',
    text: 'As senhas, os códigos e os links que você digitou aqui não ficam guardados. Você vai precisar digitar tudo de novo.',
    confirmLabel: 'Mudar idioma',
  },
}
