import type { reactionsTexts as English } from '../en/reactions.ts'
import { formatList, formatNumber } from '../index.ts'

/** The texts of reactions, in Japanese. */
export const reactionsTexts: typeof English = {
  title: 'リアクション',
  emoji: '絵文字',
  names: [
    ...['いいね', 'よくない', 'ハート', 'うれし泣き', '笑顔', '驚き', '悲しみ', '怒り'],
    ...['お祝い', 'ありがとう', '拍手', '炎', '目', '考え中', '100点', 'チェック'],
    ...['バツ', '星', 'ロケット', 'ひらめき', '手を振る', '力こぶ', '握手', 'コーヒー'],
  ],
  words: {
    yes: 'はい',
    no: 'いいえ',
    thanks: 'ありがとう',
    agreed: '賛成',
    later: '後で',
    done: '完了',
    'on-it': '対応中',
    'plus-one': '+1',
  },
  counted: (shown: string, count: number, isMine: boolean) =>
    isMine ? `${shown} ${count}、あなたも` : `${shown} ${count}`,
  others: (count: number) => `ほか${formatNumber(count)}件のリアクション`,
  reactions: 'リアクション',
  you: 'あなた',
  somebody: '退出した人',
  who: (names: readonly string[]) => formatList([...names]),
  asServerCounts: 'サーバーが数えた数です。サーバーは内容を読めません。',
  notLoaded: 'ここではリアクションできません。このブラウザーには、そのための鍵がありません。',
  failures: {
    'voting-closed': 'リアクションできませんでした。このメッセージは、もう受け付けていません。',
    'too-many-reactions':
      'リアクションできませんでした。1つのメッセージに付けられるのは、1人8個、全体で24種類までです。',
    'message-not-found': 'リアクションできませんでした。メッセージがもうありません。',
  },
  failed: 'リアクションできませんでした。もう一度お試しください。',
}
