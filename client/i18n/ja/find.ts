import type { findTexts as English } from '../en/find.ts'
import { formatNumber } from '../index.ts'

/** The texts of the search in a room, in Japanese. */
export const findTexts: typeof English = {
  title: 'このルームを検索',
  query: '検索する言葉',
  hint: 'ここでの会話のうち、あなたが読める範囲を検索します。検索した言葉は、このブラウザーの外に出ません。',
  found: (count: number, progress: 'reading' | 'failing' | 'done') => {
    if (progress === 'done')
      return count > 0 ? `${formatNumber(count)}件のメッセージが見つかりました。` : '見つかりませんでした。'
    const found =
      count > 0
        ? `これまでに${formatNumber(count)}件のメッセージが見つかりました。`
        : 'まだ見つかっていません。'
    return progress === 'reading'
      ? `${found}さらに前を探しています…`
      : `${found}前のメッセージを今は読めません。もう一度試しています。`
  },
  list: '見つかったメッセージ',
  more: 'さらに表示',
}
