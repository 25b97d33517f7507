import { CAPACITY, LIFETIME, PASSWORD } from '../../../protocol/limits.ts'
import type { roomOptionsTexts as English } from '../en/room-options.ts'
import { formatDuration, formatNumber } from '../index.ts'

/** The texts of a room's options, in Japanese: in the lobby they are loaded once somebody opens them. */
export const roomOptionsTexts: typeof English = {
  who: '入室できる人',
  rules: 'ドアとルール',
  whoSome: '人数を決める…',
  upToLabel: '人数の上限',
  people: '人',
  capacityError: `${formatNumber(CAPACITY.min)}から${formatNumber(CAPACITY.max)}までの整数を選んでください。`,
  lifetime: 'ルームの長さ',
  lifetimeShort: { 60: '1分', 600: '10分', 3600: '60分', 86400: '24時間' },
  lifetimeOwn: 'その他…',
  ownLabel: '長さ',
  unitLabel: '単位',
  units: { seconds: '秒', minutes: '分', hours: '時間' },
  lifetimeError: `${formatDuration(LIFETIME.min)}から${formatDuration(LIFETIME.max)}までの長さを選んでください。`,
  sliding: '話している間は続く',
  slidingHint: 'メッセージのたびに、導火線に火がつき直します。',
  passwordHint: '任意。設定すると、リンクだけでは何も開けません。リンクとは別に伝えてください。',
  passwordError: `${PASSWORD.min}〜${PASSWORD.max}文字で入力するか、空欄にしてください。`,
}
