import type { votesTexts as English } from '../en/votes.ts'
import { formatNumber } from '../index.ts'

const countVotes = (votes: number) => `${formatNumber(votes)}票`

/** The texts of questions and polls, in Japanese. */
export const votesTexts: typeof English = {
  title: 'そのほかの操作',
  ask: '質問する',
  makePoll: '投票を作る',
  disappear: 'メッセージを消えるようにする',
  questions: '質問',
  cancel: 'キャンセル',
  send: '送信',
  yourQuestion: '質問',
  askHint: 'ほかの人が票を入れられるので、いちばん知りたいことがホストに伝わります。',
  noQuestion: '先に質問を入力してください。',
  tooLong: '1つのメッセージには長すぎます。短くしてください。',
  choices: '選択肢',
  choice: (number: number) => `選択肢${formatNumber(number)}`,
  addChoice: '選択肢を追加',
  removeChoice: (number: number) => `選択肢${formatNumber(number)}を削除`,
  choiceFaults: {
    empty: '選択肢を入力してください。2つ以上必要です。',
    long: '選択肢は200文字までです。',
    unseen: '表示できる文字だけを使ってください。',
    same: '同じ選択肢があります。',
  },
  perPerson: '1人が選べる数',
  oneChoice: '1つ',
  severalChoices: '複数',
  question: '質問',
  answered: '回答済み',
  answeredOne: (question: string) => `回答済み：${question}`,
  voteUp: (votes: number) => `票を入れる（${countVotes(votes)}）`,
  poll: '投票',
  pollClosed: '投票（終了）',
  votes: countVotes,
  total: (votes: number, isClosed: boolean) =>
    isClosed ? `最終結果：${countVotes(votes)}` : `合計${countVotes(votes)}`,
  several: '複数選べます。',
  asServerCounts: 'サーバーが数えた数です。サーバーは選択肢を読めません。',
  takeBack: '自分の票を取り消す',
  closePoll: '投票を終了',
  closed: '投票は終了しました。',
  waiting: '票を送信しています。',
  notLoaded: 'ここでは投票できません。このブラウザーには、そのための鍵がありません。',
  failures: {
    'voting-closed': '投票が終了していたため、票は数えられませんでした。',
    'too-many-reactions': '票は数えられませんでした。選べるのは8つまでです。',
    'message-not-found': '票は数えられませんでした。メッセージが見つかりません。',
  },
  failed: '票は数えられませんでした。もう一度選んでください。',
  noQuestions: 'まだ質問はありません。',
  earlier: '前のメッセージも探す',
}
