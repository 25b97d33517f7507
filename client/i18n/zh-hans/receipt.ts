import type { receiptTexts as English } from '../en/receipt.ts'
import { formatNumber, pickPlural } from '../index.ts'

const by = {
  host: '由一位主持人结束',
  anyone: '由房间里的人结束',
  time: '时间已到',
  schedule: '已按计划关闭',
}

/** The texts of the receipt that somebody sees after the end of a room, in simplified Chinese. */
export const receiptTexts: typeof English = {
  /** @param who what ended it @param time of day @param count messages that were said; null where that is not known */
  ended: (who, time, count) =>
    count === null
      ? `${by[who]}，${time}。`
      : `${by[who]}，${time}，${pickPlural(count, { other: `${formatNumber(count)} 条消息` })}。`,
  fingerprint: '指纹',
  same: '以同样的顺序看到同样消息的人，指纹都相同。它不会保存在任何地方，随此页面消失。',
}
