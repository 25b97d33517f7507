import type { languageTexts as English } from '../en/language.ts'

/** The texts of the box in which another language is chosen, in Japanese. */
export const languageTexts: typeof English = {
  label: '言語',
  notKept: 'このブラウザーはここでCookieを保存しないため、ページの言語は変わりません。',
  retype: {
    title: '言語を変更しますか？',
    text: 'ここに入力したパスワード、コード、リンクは保存されません。変更後にもう一度入力してください。',
    confirmLabel: '言語を変更',
  },
}
