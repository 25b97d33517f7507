import { pickLocale } from '../pick-locale.ts'

// The regions that write simplified: others would get dates in the other writing.
export const locale = pickLocale(/^zh(?:-(?:Hans|CN|SG|MY)\b|$)/, 'zh-CN')

/** What stands between two sentences. */
export const sentenceSpace = ''
