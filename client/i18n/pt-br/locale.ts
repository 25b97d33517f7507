import { pickLocale } from '../pick-locale.ts'

export const locale = pickLocale(/^pt\b/, 'pt-BR')

/** What stands between two sentences. */
export const sentenceSpace = ' '
