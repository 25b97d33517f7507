import type { personDialogTexts as English } from '../en/person-dialog.ts'
import { formatNumber, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })

/** The texts of the dialog about one person, in simplified Chinese. */
export const personDialogTexts: typeof English = {
  role: {
    host: '此房间的主持人。',
    facilitator: '此房间的组织者。',
    participant: '',
  },
  muted: (until) => (until === null ? '已禁言，直到主持人解除。' : `已禁言至 ${formatTime(until)}。`),
  ignore: '忽略',
  ignoreHint: '此人说的话会折叠起来，只在此设备上。对方不会知道。',
  stopIgnoring: '不再忽略',
  ignored: (alias) => `你已忽略 ${alias}。`,
  notIgnored: (alias) => `你不再忽略 ${alias}。`,
  actions: {
    'make-host': '设为主持人',
    'take-role': '取消主持人',
    mute: '禁言',
    unmute: '解除禁言',
    'lower-hand': '放下手',
    remove: '移出',
  },
  muteFor: '禁言多久？',
  minutes: (minutes) => `${formatNumber(minutes)} 分钟`,
  untilTold: '直到另行通知',
  back: '返回',
  close: '关闭',
  done: {
    'make-host': (alias) => `${alias} 现在是主持人。`,
    'take-role': (alias) => `${alias} 不再是主持人。`,
    mute: (alias) => `${alias} 已被禁言。`,
    unmute: (alias) => `${alias} 可以发言了。`,
    'lower-hand': (alias) => `${alias} 的手已放下。`,
  },
  refusals: {
    'not-allowed': '只有主持人可以这样做。',
    'last-host': '房间需要主持人：请先将另一个人设为主持人。',
    'participant-not-found': '对方已离开。',
    'not-signed-in': '你已退出登录。请关闭此处并重新登录：按钮在输入框上方。',
  },
}
