import { pickLocale } from '../pick-locale.ts'

export const locale = pickLocale(/^es\b/, 'es-ES')

/** What stands between two sentences. */
export const sentenceSpace = ' '
