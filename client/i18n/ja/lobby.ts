import type { lobbyTexts as English } from '../en/lobby.ts'
import { formatDuration, formatNumber } from '../index.ts'

/** The texts of the lobby, in Japanese. */
export const lobbyTexts: typeof English = {
  page: 'private-chat · ひとりでに燃え尽きるルーム',
  headline: '残らない言葉',
  lead: 'ルームを開き、リンクを共有して、話すだけ。導火線が燃え尽きると、ルームもすべての言葉も消えます。',
  nameHint: 'ほかの人に見える名前です。この端末だけに保存されます。',
  anotherName: '別の名前にする',
  create: 'ルームを作る',
  creating: 'ルームを作っています…',
  notIn: 'ルームはできましたが、つながらなかったため、まだ入室していません。',
  options: 'オプション',
  summary: (who, seconds, { sliding, hasPassword, knock }) =>
    `${who}・${sliding ? `最後の言葉から${formatDuration(seconds)}` : formatDuration(seconds)}${hasPassword ? '・パスワードあり' : ''}${knock ? '・ノック制' : ''}`,
  whoTwo: '2人',
  whoAnyone: 'リンクを知っている人',
  upTo: (count: number) => `${formatNumber(count)}人まで`,
  promises: [
    'アカウント不要、追跡なし、ほかのサイトも使いません。',
    'リンクを知っている人は、席が空いていれば入室できます。リンクは取り替えたり無効にしたりできます。',
    'ここで作るルームは、名前も含めてブラウザーの中で暗号化され、終わるとサーバーから削除されます。',
  ],
  unreachable: 'サーバーにつながりません。接続を確認して、もう一度お試しください。',
  haveLink: 'リンクをお持ちですか？',
  privacy: '守られること、守れないこと',
  facilitators: '進行役の方へ',
}
