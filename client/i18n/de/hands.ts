import type { handsTexts as English } from '../en/hands.ts'
import { pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts about raised hands, in German. */
export const handsTexts: typeof English = {
  raise: 'Hand heben',
  lower: 'Hand senken',
  raised: 'Deine Hand ist oben.',
  lowered: 'Deine Hand ist unten.',
  list: 'Gehobene Hände',
  raisedBy: (names: string[], others: number) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'hebt', other: 'heben' })} die Hand.`,
  lowerOne: (alias: string) => `Hand von ${alias} senken`,
  lowerShort: 'Senken',
}
