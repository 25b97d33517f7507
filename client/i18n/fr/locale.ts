import { pickLocale } from '../pick-locale.ts'

export const locale = pickLocale(/^fr\b/, 'fr-FR')

/** What stands between two sentences. */
export const sentenceSpace = ' '
