import type { roomTimeTexts as English } from '../en/room-time.ts'
import { formatDuration } from '../index.ts'
import { formatTimeOfDay } from '../time-of-day.ts'

/** The texts about the end of a room and when it comes, in Arabic. */
export const roomTimeTexts: typeof English = {
  sayTime: formatTimeOfDay,
  open: 'تغيير موعد الانتهاء',
  title: 'متى تنتهي الغرفة',
  burns: (endsAt) => `تحترق عند ${formatTimeOfDay(endsAt)}.`,
  closes: (endsAt) => `تُغلق عند ${formatTimeOfDay(endsAt)}.`,
  later: 'وقت أطول',
  earlier: 'وقت أقل',
  addStep: (minutes) => `+ ${formatDuration(minutes * 60)}`,
  takeStep: (minutes) => `− ${formatDuration(minutes * 60)}`,
  endAt: 'الانتهاء عند',
  endAtHint: 'بتوقيتك المحلي. الوقت الذي مضى اليوم يعني الغد.',
  set: 'ضبط الانتهاء',
  done: 'تم',
  moved: (endsAt) => `تنتهي الغرفة الآن عند ${formatTimeOfDay(endsAt)}.`,
  errors: {
    missing: 'اختر وقتًا أولًا.',
    early: 'اختر وقتًا بعد دقيقة على الأقل.',
    late: 'أقصى عمر للغرفة 24 ساعة: اختر وقتًا أقرب.',
  },
  refusals: {
    'not-allowed': 'هذا للمضيف فقط.',
    'not-signed-in': 'سُجّل خروجك. أغلق هذا وسجّل الدخول من جديد: الزر فوق مربع الرسالة.',
    'invalid-request': 'لا يمكن أن تنتهي الغرفة عندئذ. اختر وقتًا آخر.',
  },
}
