import type { notificationsTexts as English } from '../en/notifications.ts'
import { formatNumber } from '../index.ts'

/** The texts for a person who looks at another window, in Japanese. They never show what was said in the room, or by whom. */
export const notificationsTexts: typeof English = {
  unread: (count: number, page: string) => `(${formatNumber(count)}) ${page}`,
  came: (page: string) => `誰かが来ました · ${page}`,
  knock: (page: string) => `ドアの前に誰かがいます · ${page}`,
  letIn: (page: string) => `入室しました · ${page}`,
  open: (title: string) => `開きました：${title}`,
  page: (title: string) => `${title} · private-chat`,
  notice: 'private-chat',
  noticeText: 'ルームに新しいメッセージがあります。',
  noticeCame: '誰かがルームに来ました。',
  noticeKnock: 'ルームのドアの前に誰かがいます。',
  noticeLetIn: '中に入れてもらいました。',
  minutesLeft: (minutes: number) => `あと${formatNumber(minutes)}分です。`,
  ending: (minutes: number, page: string) => `あと${formatNumber(minutes)}分 · ${page}`,
  noticeEnding: (minutes: number) => `ルームはあと${formatNumber(minutes)}分で終わります。`,
}
