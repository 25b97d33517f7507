import { pickLocale } from '../pick-locale.ts'

// Digits are those of the countdown, of links and of codes.
export const locale = `${pickLocale(/^ar\b/, 'ar')}-u-nu-latn`

/** What stands between two sentences. */
export const sentenceSpace = ' '
