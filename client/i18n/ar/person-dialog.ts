import type { personDialogTexts as English } from '../en/person-dialog.ts'
import { formatDuration, makeDateFormat } from '../index.ts'
import { isolate } from '../isolate.ts'

const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })

/** The texts of the dialog about one person, in Arabic. */
export const personDialogTexts: typeof English = {
  role: {
    host: 'مضيف في هذه الغرفة.',
    facilitator: 'ميسّر هذه الغرفة.',
    participant: '',
  },
  muted: (until) =>
    until === null ? 'مكتوم حتى يسمح له المضيف بالكلام.' : `مكتوم حتى ${formatTime(until)}.`,
  ignore: 'تجاهل',
  ignoreHint: 'يُطوى ما يقوله، على هذا الجهاز فقط، ولا يُخبر بذلك.',
  stopIgnoring: 'إلغاء التجاهل',
  ignored: (alias) => `أنت تتجاهل ${isolate(alias)} الآن.`,
  notIgnored: (alias) => `لم تعد تتجاهل ${isolate(alias)}.`,
  actions: {
    'make-host': 'جعله مضيفًا',
    'take-role': 'سحب الدور',
    mute: 'كتم',
    unmute: 'إلغاء الكتم',
    'lower-hand': 'خفض اليد',
    remove: 'إخراج',
  },
  muteFor: 'ما مدة الكتم؟',
  minutes: (minutes) => formatDuration(minutes * 60),
  untilTold: 'حتى إشعار آخر',
  back: 'رجوع',
  close: 'إغلاق',
  done: {
    'make-host': (alias) => `${isolate(alias)} مضيف الآن.`,
    'take-role': (alias) => `لم يعد ${isolate(alias)} مضيفًا.`,
    mute: (alias) => `كُتم ${isolate(alias)}.`,
    unmute: (alias) => `يمكن لـ${isolate(alias)} الكلام مجددًا.`,
    'lower-hand': (alias) => `خُفضت يد ${isolate(alias)}.`,
  },
  refusals: {
    'not-allowed': 'هذا للمضيف فقط.',
    'last-host': 'تحتاج الغرفة إلى مضيف: عيّن مضيفًا آخر أولًا.',
    'participant-not-found': 'لقد غادر.',
    'not-signed-in': 'سُجّل خروجك. أغلق هذا وسجّل الدخول من جديد: الزر فوق مربع الرسالة.',
  },
}
