import type { notificationsTexts as English } from '../en/notifications.ts'
import { formatNumber, pickPlural } from '../index.ts'

/** The texts for a person who looks at another window, in German. They never show what was said in the room, or by whom. */
export const notificationsTexts: typeof English = {
  unread: (count: number, page: string) => `(${formatNumber(count)}) ${page}`,
  came: (page: string) => `Jemand ist da · ${page}`,
  knock: (page: string) => `Jemand ist an der Tür · ${page}`,
  letIn: (page: string) => `Du bist drin · ${page}`,
  open: (title: string) => `Jetzt offen: ${title}`,
  page: (title: string) => `${title} · private-chat`,
  notice: 'private-chat',
  noticeText: 'In deinem Raum ist eine neue Nachricht.',
  noticeCame: 'Jemand ist in deinen Raum gekommen.',
  noticeKnock: 'Jemand ist an der Tür deines Raums.',
  noticeLetIn: 'Du wurdest hereingelassen.',
  minutesLeft: (minutes: number) =>
    pickPlural(minutes, { one: 'Noch eine Minute.', other: `Noch ${formatNumber(minutes)} Minuten.` }),
  ending: (minutes: number, page: string) => `Noch ${formatNumber(minutes)} Min. · ${page}`,
  noticeEnding: (minutes: number) =>
    pickPlural(minutes, {
      one: 'Dein Raum endet in einer Minute.',
      other: `Dein Raum endet in ${formatNumber(minutes)} Minuten.`,
    }),
}
