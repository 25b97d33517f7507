import { formatNumber, pickPlural } from '../index.ts'

/** The texts for a person who looks at another window, in English. They never show what was said in the room, or by whom. */
export const notificationsTexts = {
  unread: (count: number, page: string) => `(${formatNumber(count)}) ${page}`,
  came: (page: string) => `Somebody is here · ${page}`,
  knock: (page: string) => `Somebody is at the door · ${page}`,
  letIn: (page: string) => `You are in · ${page}`,
  open: (title: string) => `It is open: ${title}`,
  page: (title: string) => `${title} · private-chat`,
  notice: 'private-chat',
  noticeText: 'There is a new message in your room.',
  noticeCame: 'Somebody came into your room.',
  noticeKnock: 'Somebody is at the door of your room.',
  noticeLetIn: 'You were let in.',
  minutesLeft: (minutes: number) =>
    pickPlural(minutes, { one: 'One minute left.', other: `${formatNumber(minutes)} minutes left.` }),
  /** The same in the title of the tab. */
  ending: (minutes: number, page: string) => `${minutes} min left · ${page}`,
  noticeEnding: (minutes: number) =>
    pickPlural(minutes, {
      one: 'Your room ends in one minute.',
      other: `Your room ends in ${formatNumber(minutes)} minutes.`,
    }),
}
