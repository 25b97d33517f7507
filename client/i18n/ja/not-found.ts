import type { notFoundTexts as English } from '../en/not-found.ts'

/** The texts for an address that does not exist, in Japanese. */
export const notFoundTexts: typeof English = {
  page: '見つかりません · private-chat',
  title: 'ここには何もありません',
  text: 'アドレスが間違っているか、ここにあったものは燃え尽きました。',
  way: 'トップページへ',
}
