import type { disappearingTexts as English } from '../en/disappearing.ts'
import { formatDuration, formatNumber } from '../index.ts'
import { formatRoughDuration } from '../rough-duration.ts'

const FAILURES: Partial<Record<string, string>> = {
  'message-not-found': '消息已消失：时间到了。',
  'not-allowed': '可以读的人都已读过。',
  'slow-down': '操作太频繁，请稍等再试。',
  unreachable: '无法连接房间，请重试。',
}

/** The texts of messages that disappear and of those that are read once, in simplified Chinese. */
export const disappearingTexts: typeof English = {
  after: '多久后消失',
  never: '永不',
  once: '阅后即焚',
  notOnce: '关闭',
  staysHint: '适用于你之后发送的每条消息，直到你在输入框上方取消。',
  onceHint: '仅用于下一条消息：内容先隐藏，有人点开后，过了这段时间就消失。最多一小时后，所有人都看不到了。',
  honest: '看到的人可以复制它。',
  tooMany: (most) => `阅后即焚消息只适用于不超过 ${formatNumber(most)} 人的房间。`,
  noFiles: '文件不能阅后即焚。请先发送或移除输入框旁的文件。',
  filesOnce: '文件不能阅后即焚。请先取消“阅后即焚”。',
  choose: '使用',
  cancel: '取消',
  duration: formatDuration,
  chosen: {
    expires: (seconds) => `${formatDuration(seconds)}后消失`,
    burn: (seconds) => `阅后即焚，显示${formatDuration(seconds)}`,
  },
  remove: { expires: '不让它消失', burn: '取消阅后即焚' },
  sentOnce: (person) => [person, ' 发送了一条阅后即焚消息。'],
  wasRead: (person) => [person, ' 发送的消息你已读过，它已从这里消失。'],
  shownFor: (seconds) => `点开后显示${formatDuration(seconds)}。`,
  reveal: '点开',
  sayFailure: (code) => FAILURES[code] ?? '操作未成功，请重试。',
  goneIn: (seconds) => `${formatRoughDuration(seconds)}后消失`,
  readBy: (read, of) =>
    of === 0
      ? '阅后即焚。当时没有其他人在场。'
      : `阅后即焚：${formatNumber(of)} 人中 ${formatNumber(read)} 人已读。`,
  disappearsIn: (seconds) => `${formatRoughDuration(seconds)}后消失`,
}
