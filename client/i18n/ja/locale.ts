import { pickLocale } from '../pick-locale.ts'

export const locale = pickLocale(/^ja\b/, 'ja-JP')

/** What stands between two sentences. */
export const sentenceSpace = ''
