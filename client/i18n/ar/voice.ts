import type { voiceTexts as English } from '../en/voice.ts'
import { isolate } from '../isolate.ts'

/** The texts about voice messages, in Arabic. */
export const voiceTexts: typeof English = {
  fileName: 'رسالة صوتية',
  recording: 'جارٍ التسجيل',
  started: (most) => `جارٍ التسجيل، حتى ${most}. يلغيه Escape.`,
  most: (most) => `من ${most}`,
  stop: 'إيقاف',
  cancel: 'إلغاء',
  canceled: 'لم يُسجّل شيء.',
  recorded: (length) => `سُجّل: ${length}. يُرسل مع رسالتك.`,
  full: (most) => `${most} هي أقصى مدة. أُوقف التسجيل عندها وحُفظ.`,
  tooShort: 'كان قصيرًا جدًا. اضغط الزر باستمرار وأنت تتكلم، أو المسه ثم تكلّم ثم أوقفه.',
  refusals: {
    NotAllowedError: 'الميكروفون غير مسموح به هنا. اسمح به لهذه الصفحة في إعدادات متصفحك ثم سجّل من جديد.',
    NotFoundError: 'لم يُعثر على ميكروفون. وصّل واحدًا ثم سجّل من جديد.',
    NotReadableError: 'لا يمكن استخدام الميكروفون الآن: ربما يستخدمه برنامج آخر. أغلقه ثم سجّل من جديد.',
  },
  failed: 'تعذّر التسجيل هنا. تحقّق من الميكروفون ثم سجّل من جديد.',
  own: 'رسالتك الصوتية',
  from: (name) => `رسالة صوتية من ${isolate(name)}`,
  play: (length) => `تشغيل، ${length}`,
  pause: 'إيقاف مؤقت',
  position: 'الموضع',
  at: (at, length) => `${at} من ${length}`,
  unplayed: 'لا يمكن تشغيلها هنا، لكن يمكن إرسالها.',
  noRecording: 'تقول إنها رسالة صوتية، ولا يمكن تشغيلها هنا. يمكنك حفظها.',
}
