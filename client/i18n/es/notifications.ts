import type { notificationsTexts as English } from '../en/notifications.ts'
import { formatNumber, pickPlural } from '../index.ts'

/** The texts for a person who looks at another window, in Spanish. They never show what was said in the room, or by whom. */
export const notificationsTexts: typeof English = {
  unread: (count, page) => `(${formatNumber(count)}) ${page}`,
  came: (page) => `Llegó alguien · ${page}`,
  knock: (page) => `Hay alguien en la puerta · ${page}`,
  letIn: (page) => `Ya estás dentro · ${page}`,
  open: (title) => `Ya está abierta: ${title}`,
  page: (title) => `${title} · private-chat`,
  notice: 'private-chat',
  noticeText: 'Hay un mensaje nuevo en tu sala.',
  noticeCame: 'Alguien llegó a tu sala.',
  noticeKnock: 'Hay alguien en la puerta de tu sala.',
  noticeLetIn: 'Te dejaron entrar.',
  minutesLeft: (minutes) =>
    pickPlural(minutes, { one: 'Queda un minuto.', other: `Quedan ${formatNumber(minutes)} minutos.` }),
  ending: (minutes, page) =>
    `${pickPlural(minutes, { one: 'Queda', other: 'Quedan' })} ${minutes} min · ${page}`,
  noticeEnding: (minutes) =>
    pickPlural(minutes, {
      one: 'Tu sala termina en un minuto.',
      other: `Tu sala termina en ${formatNumber(minutes)} minutos.`,
    }),
}
