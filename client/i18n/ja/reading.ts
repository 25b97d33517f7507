import type { readingTexts as English } from '../en/reading.ts'
import { formatNumber } from '../index.ts'

/** What a screen reader reads out of a room, the choice of how much, and the keys of the messages, in Japanese. */
export const readingTexts: typeof English = {
  said: (name, text) => `${name}：${text}`,
  many: (count) => `新着メッセージ${formatNumber(count)}件`,
  howTo: '矢印キーでメッセージを移動します。Enterでボタンを開き、Escapeで閉じます。',
  title: 'スクリーンリーダーで読み上げるもの',
  choices: { all: 'すべて', messages: 'メッセージ', none: 'なし' },
  hint: '「すべて」は、発言、入退室、変更です。終わりが近いことは、いつも読み上げます。',
}
