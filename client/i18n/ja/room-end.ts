import type { roomEndTexts as English } from '../en/room-end.ts'

/** The texts of a room whose end is near or has come, in Japanese. */
export const roomEndTexts: typeof English = {
  secondsLeft: { 60: 'あと1分です。', 30: 'あと30秒です。', 10: 'あと10秒です。' },
  lastMinute: '残り1分を切りました。',
  lastSeconds: '残りわずか数秒です。',
  keepAlive: '何か発言すると、導火線にまた火がつきます。',
  ending: {
    destroyed: 'ルームはなくなりました。',
    expired: '導火線が燃え尽きました。',
    ended: '時間になりました。',
  },
}
