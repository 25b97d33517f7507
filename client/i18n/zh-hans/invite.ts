import type { inviteTexts as English } from '../en/invite.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ weekday: 'short', hour: 'numeric', minute: '2-digit' })

/** The texts of a room in which nobody else is yet, in simplified Chinese. */
export const inviteTexts: typeof English = {
  aloneText: (capacity) =>
    capacity === 2 ? '把此链接发给你想聊天的人。它还能让一个人进来。' : '把此链接发给你想聊天的人。',
  aloneFull: '此房间的席位已满。有席位但暂时离开的人可以用此链接回来。',
  early: '你是第一个到的。其他人用同一个链接。',
  alonePassword: '他们还需要密码。',
  waits: (until) => `第二个人到场时点燃引线。房间会等到 ${formatTime(until)}。`,
  fixed: '时间一到，房间就结束。',
  sliding: (lifetime) => `最后一条消息之后${formatDuration(lifetime)}，房间焚毁。`,
}
