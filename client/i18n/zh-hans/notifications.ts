import type { notificationsTexts as English } from '../en/notifications.ts'
import { formatNumber } from '../index.ts'

/** The texts for a person who looks at another window, in simplified Chinese. They never show what was said in the room, or by whom. */
export const notificationsTexts: typeof English = {
  unread: (count, page) => `(${formatNumber(count)}) ${page}`,
  came: (page) => `有人来了 · ${page}`,
  knock: (page) => `有人敲门 · ${page}`,
  letIn: (page) => `你已进入 · ${page}`,
  open: (title) => `已开放：${title}`,
  page: (title) => `${title} · private-chat`,
  notice: 'private-chat',
  noticeText: '你的房间里有一条新消息。',
  noticeCame: '有人进入了你的房间。',
  noticeKnock: '有人在敲你房间的门。',
  noticeLetIn: '你已获准进入。',
  minutesLeft: (minutes) => `还剩 ${formatNumber(minutes)} 分钟。`,
  ending: (minutes, page) => `还剩 ${minutes} 分钟 · ${page}`,
  noticeEnding: (minutes) => `你的房间将在 ${formatNumber(minutes)} 分钟后结束。`,
}
