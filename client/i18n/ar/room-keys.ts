import type { roomKeysTexts as English } from '../en/room-keys.ts'
import { formatDuration } from '../index.ts'
import { isolate } from '../isolate.ts'

/** The texts about the keys of a room and its invite link, in Arabic. */
export const roomKeysTexts: typeof English = {
  newLink: {
    label: 'رابط جديد',
    title: 'إنشاء رابط جديد؟',
    text: 'لا يفتح الرابط القديم شيئًا بعد ذلك. يبقى كل من هنا.',
    password: 'كلمة مرور الرابط الجديد (اختيارية)',
    passwordHint: 'يحتاجها من يدخل مع الرابط. أبلغها بطريقة غير طريقة الرابط.',
    tooShort: (min) => `استخدم ${min} من الأحرف أو أكثر.`,
    confirmLabel: 'رابط جديد',
    cancelLabel: 'الإبقاء على القديم',
    done: 'هناك رابط جديد.',
  },
  seat: {
    held: (seconds) =>
      `يخلو مقعده بعد غياب دقيقة. انتظر ${formatDuration(seconds)}، وإلا قال الرابط إن الغرفة ممتلئة.`,
    free: 'هو غائب منذ دقيقة: رابط جديد يُخلي مقعده ويُدخله من جديد.',
  },
  close: {
    label: 'إغلاق الرابط',
    title: 'إغلاق الرابط؟',
    text: 'لا يفتح الرابط شيئًا بعد ذلك، ولا يدخل أحد آخر. يبقى كل من هنا.',
    confirmLabel: 'إغلاق الرابط',
    cancelLabel: 'تركه مفتوحًا',
    done: 'أُغلق الرابط.',
  },
  reopen: {
    label: 'فتحها من جديد',
    title: 'فتح الغرفة من جديد؟',
    text: 'الرابط مغلق. رابط جديد يُدخل الناس مرة أخرى، مع كل ما قيل.',
    confirmLabel: 'رابط جديد',
  },
  remove: {
    text: 'يُخرج فورًا ولا يقرأ ما يُقال بعد ذلك. ما قاله يبقى.',
    link: 'ويتغيّر الرابط معه: ما لديه لا يفتح شيئًا بعد ذلك.',
    password: 'كلمة مرور الرابط',
    passwordHint: 'يحتفظ بها الرابط الجديد.',
    done: (alias) => `أُخرج ${isolate(alias)} وتغيّر الرابط.`,
  },
}
