import type { seatWaitTexts as English } from '../en/seat-wait.ts'

/** The texts for a person who waits for a seat, in Japanese. */
export const seatWaitTexts: typeof English = {
  waiting: 'このページを開いたままお待ちください。自動で確認し、席が空くと入室します。',
  looking: '席を探しています…',
  full: 'まだ満席です。このページが確認を続け、席が空くと入室します。',
  free: '誰かが退出しました。席が空いています。',
  'room-not-found': 'ルームはなくなりました。',
  'room-closed': 'ルームは終了しました。',
  again: 'もう一度試す',
  enter: '入室',
}
