import type { messageActionsTexts as English } from '../en/message-actions.ts'

const FAILURES: Partial<Record<string, string>> = {
  'stale-edit': 'عُدّلت في مكان آخر في هذه الأثناء.',
  'message-not-found': 'لم تعد موجودة.',
  'message-too-long': 'إنها طويلة جدًا.',
  'not-allowed': 'لا يغيّرها إلا كاتبها.',
  muted: 'كتمك المضيف.',
  quiet: 'لا يتكلم الآن إلا المضيفون.',
}

/** The texts of what one does with messages: answering, reacting, editing, taking back, in Arabic. */
export const messageActionsTexts: typeof English = {
  replyingTo: (person, message) => ['رد على ', person ?? 'نفسك', ': ', message],
  editing: 'تعديل رسالتك',
  cancelReply: 'إلغاء الرد',
  cancelEdit: 'إلغاء التعديل',
  answeredGone: 'الرسالة التي كنت ترد عليها لم تعد موجودة. ما كتبته محفوظ ويُرسل دونها.',
  editedGone: 'الرسالة التي كنت تعدّلها لم تعد موجودة. ما كتبته محفوظ ويُرسل رسالةً جديدة.',
  onItsWay: { edit: 'جارٍ الحفظ…', 'take-back': 'جارٍ السحب…' },
  sayFailure: ({ is, failure = '' }) => {
    const why = FAILURES[failure]
    const what = is === 'edit' ? 'لم يُحفظ تعديلك' : 'لم تُسحب الرسالة'
    return why ? `${what}: ${why}` : `${what}. حاول مجددًا.`
  },
  editAgain: 'التعديل من جديد',
  dismiss: 'إغلاق',
  quote: {
    inReplyTo: 'ردًا على ',
    you: 'أنت',
    colon: ': ',
    loading: '…',
    absent: 'رسالة لا يمكن عرضها هنا',
    takenBack: 'رسالة سُحبت',
    disappeared: 'رسالة اختفت',
    readOnce: 'رسالة تُقرأ مرة واحدة',
    ignored: 'مخفية لأنك تتجاهل صاحبها',
    unreadable: 'رسالة لا تفتحها مفاتيحك',
    blank: 'رسالة لا تُظهر شيئًا',
    file: 'ملف',
  },
}
