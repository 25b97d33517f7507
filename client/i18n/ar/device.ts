import type { deviceTexts as English } from '../en/device.ts'

/** The texts of what is chosen on a device for every room, in Arabic. */
export const deviceTexts: typeof English = {
  title: 'على هذا الجهاز',
  text: 'يُحفظ في هذا المتصفح لكل الغرف.',
  away: 'عندما تنظر إلى مكان آخر',
  sound: 'تشغيل صوت هادئ',
  soundHint: 'عندما يقول أحدهم شيئًا. طرق الباب يُسمع أيضًا وأنت تنظر.',
  notify: 'عرض إشعار',
  notifyHint: 'يقول إن هناك رسالة، ولا يقول أبدًا ما فيها أو من كتبها.',
  notifyDenied: 'يحظر متصفحك إشعارات هذا الموقع. يمكنك السماح بها في إعداداته.',
  blur: 'تمويه الغرفة',
  blurHint: 'لا تُقرأ الرسائل والأسماء حتى تعود.',
  typing: 'الكتابة',
  sendTyping: 'إظهار أنك تكتب للآخرين',
  sendTypingHint: 'يرون أنك تكتب، ولا يرون ما تكتبه.',
  showTyping: 'إظهار من يكتب',
  showTypingHint: 'أسفل الرسائل.',
  exit: 'عند الضرورة',
  exitOn: 'Esc مرتين للمغادرة فورًا',
  exitHint: 'دون أي سؤال: تنسى علامة التبويب هذه الغرفة، ويخلو مقعدك، وتُفتح صفحة أخرى. ما لم يُرسل يضيع.',
  exitAddress: 'الصفحة التي تُفتح',
  exitAddressHint: 'ما يسجّله متصفحك من صفحات زرتها يبقى في سجلّه.',
  exitAddressWrong: 'اكتب عنوان صفحة في موقع آخر، مثل https://example.org.',
  enterSends: 'الإرسال بمفتاح Enter',
  enterSendsHint: 'على لوحة مفاتيح الشاشة. دون ذلك يبدأ Enter سطرًا جديدًا، والزر يرسل.',
}
