import type { roomEndTexts as English } from '../en/room-end.ts'

/** The texts of a room whose end is near or has come, in simplified Chinese. */
export const roomEndTexts: typeof English = {
  secondsLeft: { 60: '还剩一分钟。', 30: '还剩 30 秒。', 10: '还剩 10 秒。' },
  lastMinute: '不到一分钟了。',
  lastSeconds: '只剩几秒了。',
  keepAlive: '说句话，就能重新点燃引线。',
  ending: {
    destroyed: '房间已不存在。',
    expired: '引线已燃尽。',
    ended: '时间到了。',
  },
}
