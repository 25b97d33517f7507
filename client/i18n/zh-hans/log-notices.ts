import type { logNoticesTexts as English } from '../en/log-notices.ts'
import { formatDuration, formatNumber } from '../index.ts'
import { formatTimeOfDay } from '../time-of-day.ts'

/** The texts of the lines among the messages, in simplified Chinese. A person who is `null` is the reader. */
export const logNoticesTexts: typeof English = {
  others: (count) => `另外 ${formatNumber(count)} 人`,
  came: (people, _count) => [people, ' 来了。'],
  left: (people, _count) => [people, ' 离开了。'],
  letIn: (by, people) => [by ?? '你', ' 允许 ', people, ' 进入。'],
  removed: (by, people) => [by ?? '你', ' 将 ', people, ' 移出了房间。'],
  madeHost: (by, person) => [by ?? '你', ' 将 ', person ?? '你', ' 设为主持人。'],
  tookRole: (by, person) => [by ?? '你', ' 取消了 ', person ?? '你', ' 的主持人身份。'],
  isHost: (person) => [person ?? '你', ' 现在是主持人。'],
  isNoHost: (person) => [person ?? '你', ' 不再是主持人。'],
  started: (endsAt) => `引线已点燃：房间将于 ${formatTimeOfDay(endsAt)} 结束。`,
  end: (endsAt) => `结束时间已改为 ${formatTimeOfDay(endsAt)}。`,
  settings: {
    locked: { on: '门已锁上：其他人不能进来。', off: '门锁已打开。' },
    files: { on: '这里可以发送文件和图片。', off: '主持人已关闭文件功能。' },
    quiet: { on: '已全员禁言：只有主持人可以发言。', off: '大家又可以发言了。' },
    door: {
      knock: '现在来人要先敲门，等主持人允许后进来。',
      open: '现在有链接的人不用敲门就能进来。',
    },
    slow: (seconds) =>
      seconds === 0 ? '发言不再限速。' : `现在每人每${formatDuration(seconds)}只能发言一次。`,
    pinned: '主持人置顶了一条消息。',
    unpinned: '已没有置顶消息。',
  },
  muted: (by, person, until) => [
    ...[by ?? '你', ' 将 ', person ?? '你', ' 禁言'],
    until === null ? '，直到另行通知。' : `至 ${formatTimeOfDay(until)}。`,
  ],
  unmuted: (by, person) => [by ?? '你', ' 解除了 ', person ?? '你', ' 的禁言。'],
  renamed: (from, to) => [from, ' 现在叫 ', to],
  rotated: {
    newLink: (by) => [by ?? '你', ' 更换了此房间的密钥，链接也随之更换。'],
    sameLink: (by) => [by ?? '你', ' 更换了此房间的密钥，链接不变。'],
    noLink: (by) => [by ?? '你', ' 更换了此房间的密钥，链接已关闭。'],
  },
  notGiven: (people) => ['没有得到新密钥：', people, '。他们读不到后面的内容；新链接能让他们再进来。'],
  linkClosed: '链接已关闭：它什么也打不开了。',
  otherKeys: (by) => ['此页面没有接受来自 ', by, ' 的密钥：无法确认它们。继续之前，请先核对你们的核对词。'],
}
