import type { handsTexts as English } from '../en/hands.ts'
import { listPeople } from './list-people.ts'

/** The texts about raised hands, in simplified Chinese. */
export const handsTexts: typeof English = {
  raise: '举手',
  lower: '放下手',
  raised: '你已举手。',
  lowered: '你已放下手。',
  list: '举手的人',
  raisedBy: (names, others) => `${listPeople(names, others)} 举手了。`,
  lowerOne: (alias) => `让 ${alias} 放下手`,
  lowerShort: '放下',
}
