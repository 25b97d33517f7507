import type { transcriptTexts as English } from '../en/transcript.ts'

/** The texts of a transcript that is read on the page, in Arabic. */
export const transcriptTexts: typeof English = {
  read: 'قراءة',
  print: 'طباعة',
  close: 'إغلاق',
  nothing: 'لم يُقل شيء.',
  of: (title) => `نص محادثة ${title}`,
}
