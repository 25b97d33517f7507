import type { handsTexts as English } from '../en/hands.ts'
import { pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts about raised hands, in Spanish. */
export const handsTexts: typeof English = {
  raise: 'Levantar la mano',
  lower: 'Bajar la mano',
  raised: 'Tienes la mano levantada.',
  lowered: 'Bajaste la mano.',
  list: 'Manos levantadas',
  raisedBy: (names, others) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'levanta', other: 'levantan' })} la mano.`,
  lowerOne: (alias) => `Bajar la mano de ${alias}`,
  lowerShort: 'Bajar',
}
