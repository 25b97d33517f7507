import type { roomTimeTexts as English } from '../en/room-time.ts'
import { formatNumber } from '../index.ts'
import { formatTimeOfDay } from '../time-of-day.ts'

const minutesOrHour = (minutes: number) => (minutes === 60 ? '1 小时' : `${formatNumber(minutes)} 分钟`)

/** The texts about the end of a room and when it comes, in simplified Chinese. */
export const roomTimeTexts: typeof English = {
  sayTime: formatTimeOfDay,
  open: '更改结束时间',
  title: '房间何时结束',
  burns: (endsAt) => `房间将于 ${formatTimeOfDay(endsAt)} 焚毁。`,
  closes: (endsAt) => `房间将于 ${formatTimeOfDay(endsAt)} 关闭。`,
  later: '延长',
  earlier: '缩短',
  addStep: (minutes) => `+ ${minutesOrHour(minutes)}`,
  takeStep: (minutes) => `− ${minutesOrHour(minutes)}`,
  endAt: '结束于',
  endAtHint: '以你所在的时区为准。今天已过的时间指明天。',
  set: '设定结束时间',
  done: '完成',
  moved: (endsAt) => `房间现在将于 ${formatTimeOfDay(endsAt)} 结束。`,
  errors: {
    missing: '请先选择时间。',
    early: '请选择至少一分钟之后的时间。',
    late: '房间最多存在 24 小时：请选择更早的时间。',
  },
  refusals: {
    'not-allowed': '只有主持人可以这样做。',
    'not-signed-in': '你已退出登录。请关闭此处并重新登录：按钮在输入框上方。',
    'invalid-request': '房间不能在那时结束，请选择别的时间。',
  },
}
