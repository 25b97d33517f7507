import { countNewMessages } from '../arabic-counts.ts'
import type { readingTexts as English } from '../en/reading.ts'
import { isolate } from '../isolate.ts'

/** What a screen reader reads out of a room, the choice of how much, and the keys of the messages, in Arabic. */
export const readingTexts: typeof English = {
  said: (name, text) => `${isolate(name)}: ${text}`,
  many: countNewMessages,
  howTo: 'تنتقل أسهم لوحة المفاتيح بين الرسائل. يفتح Enter أزرار الرسالة ويغلقها Escape.',
  title: 'يقرأ قارئ الشاشة',
  choices: { all: 'كل شيء', messages: 'الرسائل', none: 'لا شيء' },
  hint: 'كل شيء يعني ما يقوله الناس، ومن يأتي ومن يغادر، وما يتغيّر. اقتراب النهاية يُقرأ دائمًا.',
}
