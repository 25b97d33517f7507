import type { handsTexts as English } from '../en/hands.ts'
import { isolate } from '../isolate.ts'
import { listPeople } from './list-people.ts'

/** The texts about raised hands, in Arabic. */
export const handsTexts: typeof English = {
  raise: 'رفع اليد',
  lower: 'خفض اليد',
  raised: 'يدك مرفوعة.',
  lowered: 'يدك مخفوضة.',
  list: 'الأيدي المرفوعة',
  raisedBy: (names, others) => `طلب الكلام: ${listPeople(names, others)}.`,
  lowerOne: (alias) => `خفض يد ${isolate(alias)}`,
  lowerShort: 'خفض',
}
