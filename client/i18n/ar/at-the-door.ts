import type { atTheDoorTexts as English } from '../en/at-the-door.ts'
import { isolate } from '../isolate.ts'
import { listPeople } from './list-people.ts'

/** The texts of what a host sees of the door, in Arabic. */
export const atTheDoorTexts: typeof English = {
  list: 'عند الباب',
  letIn: 'إدخال',
  turnAway: 'رفض',
  letInOne: (name) => `إدخال ${isolate(name)}`,
  turnAwayOne: (name) => `رفض ${isolate(name)}`,
  letInAll: 'إدخال الجميع',
  turnAwayAll: 'رفض الجميع',
  knocked: (names, others) => `عند الباب: ${listPeople(names, others)}.`,
  noKey: 'لا يمكن قراءة الاسم والمفتاح: جاء عبر رابط آخر. أرسل الرابط الصالح الآن.',
  refusals: {
    'wrong-link': 'لا يمكن قراءة المفتاح: جاء عبر رابط آخر. أرسل الرابط الصالح الآن.',
    'room-full': 'كل المقاعد مشغولة. أخلِ مقعدًا أولًا من القائمة.',
    'not-allowed': 'هذا للمضيف فقط.',
  },
}
