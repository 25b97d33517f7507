import type { notFoundTexts as English } from '../en/not-found.ts'

/** The texts for an address that does not exist, in Arabic. */
export const notFoundTexts: typeof English = {
  page: 'غير موجود · private-chat',
  title: 'لا شيء هنا',
  text: 'ربما كُتب العنوان خطأً، أو احترق ما كان هنا.',
  way: 'إلى الصفحة الأولى',
}
