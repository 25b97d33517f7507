import type { roomTimeTexts as English } from '../en/room-time.ts'
import { formatNumber } from '../index.ts'
import { formatTimeOfDay } from '../time-of-day.ts'

const minutesOrHour = (minutes: number) => (minutes === 60 ? '1時間' : `${formatNumber(minutes)}分`)

/** The texts about the end of a room and when it comes, in Japanese. */
export const roomTimeTexts: typeof English = {
  sayTime: formatTimeOfDay,
  open: '終わりを変える',
  title: 'ルームの終わり',
  burns: (endsAt: number) => `${formatTimeOfDay(endsAt)}に燃え尽きます。`,
  closes: (endsAt: number) => `${formatTimeOfDay(endsAt)}に終了します。`,
  later: '延ばす',
  earlier: '短くする',
  addStep: (minutes: number) => `+ ${minutesOrHour(minutes)}`,
  takeStep: (minutes: number) => `− ${minutesOrHour(minutes)}`,
  endAt: '終わりの時刻',
  endAtHint: 'あなたのタイムゾーンの時刻です。今日の過ぎた時刻は、明日とみなします。',
  set: '時刻を設定',
  done: '完了',
  moved: (endsAt: number) => `ルームは${formatTimeOfDay(endsAt)}に終わるようになりました。`,
  errors: {
    missing: '先に時刻を選んでください。',
    early: '1分以上先の時刻を選んでください。',
    late: 'ルームは最長24時間です。もっと早い時刻を選んでください。',
  },
  refusals: {
    'not-allowed': 'これはホストだけができます。',
    'not-signed-in':
      'ログアウトしています。これを閉じて、もう一度ログインしてください。ボタンは入力欄の上にあります。',
    'invalid-request': 'その時刻には終われません。別の時刻を選んでください。',
  },
}
