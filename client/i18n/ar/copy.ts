import type { copyTexts as English } from '../en/copy.ts'

/** The texts of a button that copies, in Arabic. */
export const copyTexts: typeof English = {
  copied: 'تم النسخ',
  notCopied: 'النسخ غير مسموح هنا. حدّد النص وانسخه يدويًا.',
}
