import type { readingTexts as English } from '../en/reading.ts'
import { formatNumber, pickPlural } from '../index.ts'
import { isolate } from '../isolate.ts'

/** What a screen reader reads out of a room, the choice of how much, and the keys of the messages, in Arabic. */
export const readingTexts: typeof English = {
  said: (name, text) => `${isolate(name)}: ${text}`,
  many: (count) =>
    pickPlural(count, {
      one: 'رسالة جديدة',
      two: 'رسالتان جديدتان',
      few: `${formatNumber(count)} رسائل جديدة`,
      other: `${formatNumber(count)} رسالة جديدة`,
    }),
  howTo: 'تنتقل أسهم لوحة المفاتيح بين الرسائل. يفتح Enter أزرار الرسالة ويغلقها Escape.',
  title: 'يقرأ قارئ الشاشة',
  choices: { all: 'كل شيء', messages: 'الرسائل', none: 'لا شيء' },
  hint: 'كل شيء يعني ما يقوله الناس، ومن يأتي ومن يغادر، وما يتغيّر. اقتراب النهاية يُقرأ دائمًا.',
}
