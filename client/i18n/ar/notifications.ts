import type { notificationsTexts as English } from '../en/notifications.ts'
import { formatDuration, formatNumber } from '../index.ts'
import { isolate } from '../isolate.ts'

/** The texts for a person who looks at another window. They never show what was said in the room, or by whom, in Arabic. */
export const notificationsTexts: typeof English = {
  unread: (count, page) => `(${formatNumber(count)}) ${page}`,
  came: (page) => `حضر أحدهم · ${page}`,
  knock: (page) => `أحدهم عند الباب · ${page}`,
  letIn: (page) => `أنت في الغرفة · ${page}`,
  open: (title) => `الغرفة مفتوحة: ${isolate(title)}`,
  page: (title) => `${isolate(title)} · private-chat`,
  notice: 'private-chat',
  noticeText: 'هناك رسالة جديدة في غرفتك.',
  noticeCame: 'دخل أحدهم غرفتك.',
  noticeKnock: 'أحدهم عند باب غرفتك.',
  noticeLetIn: 'سُمح لك بالدخول.',
  minutesLeft: (minutes) => `الوقت المتبقي: ${formatDuration(minutes * 60)}.`,
  ending: (minutes, page) => `بقي ${formatNumber(minutes)} د · ${page}`,
  noticeEnding: (minutes) => `تنتهي غرفتك بعد ${formatDuration(minutes * 60)}.`,
}
