import type { languageTexts as English } from '../en/language.ts'

/** The texts of the box in which another language is chosen, in simplified Chinese. */
export const languageTexts: typeof English = {
  label: '语言',
  notKept: '你的浏览器在此不保存 Cookie，所以页面仍使用当前语言。',
}
