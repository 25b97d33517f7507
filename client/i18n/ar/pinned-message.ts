import type { pinnedMessageTexts as English } from '../en/pinned-message.ts'

/** The texts of the message that stands on top of a room, in Arabic. */
export const pinnedMessageTexts: typeof English = {
  label: 'رسالة مثبّتة',
  unread: 'جديدة',
  before: 'ثبّت المضيف رسالة سابقة لدخولك.',
  gone: 'لم تعد هذه الرسالة موجودة.',
  readOnce: 'رسالة تُقرأ مرة واحدة.',
  more: 'عرض الكل',
  less: 'عرض أقل',
  goTo: 'الانتقال إلى الرسالة',
  unpin: 'إلغاء التثبيت',
}
