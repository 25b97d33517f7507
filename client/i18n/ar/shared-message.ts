import type { sharedMessageTexts as English } from '../en/shared-message.ts'
import { formatList, pickPlural } from '../index.ts'
import { isolate } from '../isolate.ts'

/** The texts about something that was shared to the app, in Arabic. */
export const sharedMessageTexts: typeof English = {
  title: 'رسالتك الأولى',
  text: 'ستكون في مربع الرسالة في الغرفة التي تنشئها. لم يُرسل شيء بعد.',
  pictures: (names) =>
    `${pickPlural(names.length, { one: 'صورة', two: 'صورتان', other: 'صور' })}: ${formatList(names.map(isolate))}`,
  discard: 'تجاهلها',
  lost: {
    title: 'ما شاركته لم يعد هنا',
    text: 'لا يُحفظ أبدًا، وينتظر بضع دقائق فقط. شاركه من جديد.',
  },
  lostOnTheWay: 'لم يصل ما شاركته إلى هنا. انسخه من جديد وألصقه في مربع الرسالة.',
}
