import { pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts about raised hands, in English. */
export const handsTexts = {
  raise: 'Raise hand',
  lower: 'Lower hand',
  raised: 'Your hand is up.',
  lowered: 'Your hand is down.',
  list: 'Raised hands',
  /** Read out to hosts. */
  raisedBy: (names: string[], others: number) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'raises', other: 'raise' })} a hand.`,
  lowerOne: (alias: string) => `Lower the hand of ${alias}`,
  lowerShort: 'Lower',
}
