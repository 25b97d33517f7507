import type { languageTexts as English } from '../en/language.ts'

/** The texts of the box in which another language is chosen, in Japanese. */
export const languageTexts: typeof English = {
  label: '言語',
  notKept: 'このブラウザーはここでCookieを保存しないため、ページの言語は変わりません。',
}
