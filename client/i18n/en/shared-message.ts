import { formatList, pickPlural } from '../index.ts'
import type { Notice } from './common.ts'

/** The texts about something that was shared to the app, in English. */
export const sharedMessageTexts = {
  title: 'Your first message',
  text: 'It will be in the message box of the room you create. Nothing has been sent yet.',
  pictures: (names: readonly string[]) =>
    `${pickPlural(names.length, { one: 'Picture', other: 'Pictures' })}: ${formatList(names)}`,
  discard: 'Discard it',
  lost: {
    title: 'What you shared is not here any more',
    text: 'It is never stored, and waits for a few minutes only. Please share it again.',
  } as Notice,
  /** Said in the room. */
  lostOnTheWay:
    'What you shared did not get here. Please copy it once more, and paste it into the message box.',
}
