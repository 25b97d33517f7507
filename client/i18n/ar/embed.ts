import type { embedTexts as English } from '../en/embed.ts'

/** The texts of a room in a frame of another site, in Arabic. */
export const embedTexts: typeof English = {
  page: 'private-chat',
  caution:
    'الموقع المحيط بهذا الإطار يعرف الرابط الذي فُتح هنا ومفتاحه، ويمكنه استخدامه مثل أي شخص لديه الرابط.',
  way: 'فتح private-chat في علامة تبويب',
  over: {
    destroyed: { title: 'لم تعد الغرفة موجودة', text: 'حُذف كل ما قيل فيها.' },
    ended: {
      title: 'أُغلقت الغرفة',
      text: 'لا أحد يستطيع الكتابة فيها بعد الآن. يُحفظ ما قيل لميسّرها مدة ثم يُحذف.',
    },
    removed: { title: 'أُخرجت من هذه الغرفة', text: 'أخرجك المضيف، أو لم يُدخلك.' },
    'turned-away': { title: 'لم يُسمح لك بالدخول', text: 'رفض مضيف هذه الغرفة دخولك.' },
    left: {
      title: 'غادرت الغرفة',
      text: 'صار مقعدك شاغرًا. للعودة أعد تحميل الصفحة المحيطة بهذا الإطار.',
    },
    missing: {
      title: 'هذه الغرفة غير موجودة',
      text: 'العنوان في هذا الإطار ليس عنوان غرفة، أو ليس كاملًا.',
    },
  },
}
