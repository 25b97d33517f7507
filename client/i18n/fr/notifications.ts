import type { notificationsTexts as English } from '../en/notifications.ts'
import { formatNumber, pickPlural } from '../index.ts'

/** The texts for a person who looks at another window, in French. They never show what was said in the room, or by whom. */
export const notificationsTexts: typeof English = {
  unread: (count: number, page: string) => `(${formatNumber(count)}) ${page}`,
  came: (page: string) => `Quelqu’un est là · ${page}`,
  knock: (page: string) => `Quelqu’un est à la porte · ${page}`,
  letIn: (page: string) => `Vous y êtes · ${page}`,
  open: (title: string) => `C’est ouvert : ${title}`,
  page: (title: string) => `${title} · private-chat`,
  notice: 'private-chat',
  noticeText: 'Il y a un nouveau message dans votre salon.',
  noticeCame: 'Quelqu’un a rejoint votre salon.',
  noticeKnock: 'Quelqu’un est à la porte de votre salon.',
  noticeLetIn: 'Un hôte vous a ouvert la porte.',
  minutesLeft: (minutes: number) =>
    pickPlural(minutes, {
      one: 'Il reste une minute.',
      other: `Il reste ${formatNumber(minutes)} minutes.`,
    }),
  ending: (minutes: number, page: string) => `Reste ${formatNumber(minutes)} min · ${page}`,
  noticeEnding: (minutes: number) =>
    pickPlural(minutes, {
      one: 'Votre salon prend fin dans une minute.',
      other: `Votre salon prend fin dans ${formatNumber(minutes)} minutes.`,
    }),
}
