import type { takenBackTexts as English } from '../en/taken-back.ts'
import type { Parts } from '../index.ts'

/** The texts of taking back somebody's message, and of what stands in the place of one that is gone, in Japanese. */
export const takenBackTexts: typeof English = {
  ask: {
    title: '取り消しますか？',
    text: (name: string) =>
      `${name}さんのこのメッセージは、全員の画面から消えます。取り消されたことは表示されます。`,
    confirm: '取り消す',
  },
  line: {
    you: 'あなたがメッセージを取り消しました。',
    by: <T>(person: T): Parts<T> => [person, 'さんがメッセージを取り消しました。'],
    byHost: <T>(person: T): Parts<T> => ['ホストが', person, 'さんのメッセージを取り消しました。'],
    yoursByHost: 'ホストがあなたのメッセージを取り消しました。',
    disappeared: 'メッセージが消えました。',
    yoursDisappeared: 'あなたのメッセージが消えました。',
  },
}
