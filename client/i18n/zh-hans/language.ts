import type { languageTexts as English } from '../en/language.ts'

/** The texts of the box in which another language is chosen, in simplified Chinese. */
export const languageTexts: typeof English = {
  label: '语言',
  notKept: '你的浏览器在此不保存 Cookie，所以页面仍使用当前语言。',
  retype: {
    title: '要更改语言吗？',
    text: '你在此输入的密码、代码和链接不会保存，更改后需要重新输入。',
    confirmLabel: '更改语言',
  },
}
