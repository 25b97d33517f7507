import type { seatWaitTexts as English } from '../en/seat-wait.ts'

/** The texts for a person who waits for a seat, in Arabic. */
export const seatWaitTexts: typeof English = {
  waiting: 'اترك هذه الصفحة مفتوحة: ستبحث تلقائيًا وتُدخلك عندما يخلو مقعد.',
  looking: 'جارٍ البحث عن مقعد…',
  full: 'ما زالت ممتلئة. تواصل هذه الصفحة البحث وتُدخلك عندما يخلو مقعد.',
  free: 'غادر أحدهم: هناك مقعد لك الآن.',
  'room-not-found': 'لم تعد الغرفة موجودة.',
  'room-closed': 'أُغلقت الغرفة الآن.',
  again: 'حاول مجددًا',
  enter: 'ادخل',
}
