import type { handsTexts as English } from '../en/hands.ts'
import { pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts about raised hands, in Brazilian Portuguese. */
export const handsTexts: typeof English = {
  raise: 'Levantar a mão',
  lower: 'Baixar a mão',
  raised: 'Sua mão está levantada.',
  lowered: 'Sua mão está abaixada.',
  list: 'Mãos levantadas',
  raisedBy: (names, others) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'levanta', other: 'levantam' })} a mão.`,
  lowerOne: (alias) => `Baixar a mão de ${alias}`,
  lowerShort: 'Baixar',
}
