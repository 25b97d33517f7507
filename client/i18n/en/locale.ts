import { pickLocale } from '../pick-locale.ts'

export const locale = pickLocale(/^en\b/, 'en-GB')

/** What stands between two sentences. */
export const sentenceSpace = ' '
