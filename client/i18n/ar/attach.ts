import type { attachTexts as English } from '../en/attach.ts'

/** The names of the buttons that put files beside the message box, in Arabic. */
export const attachTexts: typeof English = {
  attach: 'إرفاق ملف',
  record: 'تسجيل رسالة صوتية',
}
