import type { inviteLinkTexts as English } from '../en/invite-link.ts'

/** The texts of a form that asks for an invite link, in Arabic. */
export const inviteLinkTexts: typeof English = {
  title: 'هذا الرابط غير كامل',
  text: 'الجزء الذي يلي # مفقود أو تالف. إنه المفتاح: دونه لا يستطيع أحد قراءة ما يُقال هنا، ولا الخادم. اطلب الرابط كاملًا، أو ألصقه أدناه.',
  label: 'الرابط كاملًا',
  hint: 'من https:// إلى آخر حرف.',
  open: 'فتح الغرفة',
  notWhole: 'المفتاح بعد # مفقود أو غير كامل. انسخ الرابط مرة أخرى حتى آخر حرف.',
  noRoom: 'غرفة هذا الرابط غير موجودة: احترقت، أو الرابط تالف. اطلب رابطًا جديدًا.',
  unreachable: 'تعذّر الوصول إلى الغرفة. تحقّق من الاتصال، وانتظر لحظة ثم حاول مجددًا.',
  noLink: 'لا يوجد في هذا رابط لغرفة. ألصق الرابط كاملًا.',
}
