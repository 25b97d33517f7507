import type { notificationsTexts as English } from '../en/notifications.ts'
import { formatNumber, pickPlural } from '../index.ts'

/** The texts for a person who looks at another window, in Brazilian Portuguese. They never show what was said in the room, or by whom. */
export const notificationsTexts: typeof English = {
  unread: (count, page) => `(${formatNumber(count)}) ${page}`,
  came: (page) => `Alguém chegou · ${page}`,
  knock: (page) => `Há alguém à porta · ${page}`,
  letIn: (page) => `Você entrou · ${page}`,
  open: (title) => `Já está aberta: ${title}`,
  page: (title) => `${title} · private-chat`,
  notice: 'private-chat',
  noticeText: 'Há uma nova mensagem na sua sala.',
  noticeCame: 'Alguém chegou à sua sala.',
  noticeKnock: 'Há alguém à porta da sua sala.',
  noticeLetIn: 'Deixaram você entrar.',
  minutesLeft: (minutes) =>
    pickPlural(minutes, { one: 'Falta um minuto.', other: `Faltam ${formatNumber(minutes)} minutos.` }),
  ending: (minutes, page) =>
    `${pickPlural(minutes, { one: 'Falta', other: 'Faltam' })} ${minutes} min · ${page}`,
  noticeEnding: (minutes) =>
    pickPlural(minutes, {
      one: 'Sua sala termina em um minuto.',
      other: `Sua sala termina em ${formatNumber(minutes)} minutos.`,
    }),
}
