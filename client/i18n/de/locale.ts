import { pickLocale } from '../pick-locale.ts'

export const locale = pickLocale(/^de\b/, 'de-DE')

/** What stands between two sentences. */
export const sentenceSpace = ' '
