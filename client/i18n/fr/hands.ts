import type { handsTexts as English } from '../en/hands.ts'
import { pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts about raised hands, in French. */
export const handsTexts: typeof English = {
  raise: 'Lever la main',
  lower: 'Baisser la main',
  raised: 'Votre main est levée.',
  lowered: 'Votre main est baissée.',
  list: 'Mains levées',
  raisedBy: (names: string[], others: number) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'lève', other: 'lèvent' })} la main.`,
  lowerOne: (alias: string) => `Baisser la main : ${alias}`,
  lowerShort: 'Baisser',
}
