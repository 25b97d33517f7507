import type { transcriptTexts as English } from '../en/transcript.ts'
import { isolate } from '../isolate.ts'

/** The texts of a transcript that is read on the page, in Arabic. */
export const transcriptTexts: typeof English = {
  read: 'قراءة',
  print: 'طباعة',
  close: 'إغلاق',
  nothing: 'لم يُقل شيء.',
  of: (title) => `نص محادثة ${isolate(title)}`,
}
