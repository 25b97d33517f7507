import type { sharedMessageTexts as English } from '../en/shared-message.ts'
import { formatList } from '../index.ts'

/** The texts about something that was shared to the app, in Japanese. */
export const sharedMessageTexts: typeof English = {
  title: '最初のメッセージ',
  text: '作ったルームの入力欄に入ります。まだ何も送信されていません。',
  pictures: (names) => `画像：${formatList(names)}`,
  discard: '取りやめる',
  lost: {
    title: '共有したものは、もうここにありません',
    text: '保存されることはなく、数分間だけ待っています。もう一度共有してください。',
  },
  lostOnTheWay: '共有したものは、ここに届きませんでした。もう一度コピーして、入力欄に貼り付けてください。',
}
