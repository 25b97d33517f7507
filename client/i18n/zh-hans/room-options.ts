import { CAPACITY, LIFETIME, PASSWORD } from '../../../protocol/limits.ts'
import type { roomOptionsTexts as English } from '../en/room-options.ts'
import { formatDuration, formatNumber } from '../index.ts'

/** The texts of a room's options, in simplified Chinese: in the lobby they are loaded once somebody opens them. */
export const roomOptionsTexts: typeof English = {
  who: '谁可以来',
  rules: '门与规则',
  whoSome: '最多…',
  upToLabel: '人数',
  people: '人',
  capacityError: `请输入 ${formatNumber(CAPACITY.min)} 到 ${formatNumber(CAPACITY.max)} 之间的整数。`,
  lifetime: '持续多久',
  lifetimeShort: { 60: '1 分钟', 600: '10 分钟', 3600: '60 分钟', 86400: '24 小时' },
  lifetimeOwn: '其他…',
  ownLabel: '时长',
  unitLabel: '单位',
  units: { seconds: '秒', minutes: '分钟', hours: '小时' },
  lifetimeError: `请选择${formatDuration(LIFETIME.min)}到${formatDuration(LIFETIME.max)}之间的时长。`,
  sliding: '聊天可续时',
  slidingHint: '每条消息都会重新点燃引线。',
  passwordHint: '可选。设了密码，光有链接什么也打不开。请把密码和链接分开告诉别人。',
  passwordError: `请输入 ${PASSWORD.min} 到 ${PASSWORD.max} 个字符，或留空。`,
}
