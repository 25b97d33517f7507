import type { inviteTexts as English } from '../en/invite.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ weekday: 'short', hour: 'numeric', minute: '2-digit' })

/** The texts of a room in which nobody else is yet, in Arabic. */
export const inviteTexts: typeof English = {
  aloneText: (capacity) =>
    capacity === 2
      ? 'أرسل هذا الرابط إلى من تريد التحدث معه. إنه يُدخل شخصًا واحدًا فقط.'
      : 'أرسل هذا الرابط إلى من تريد التحدث معهم.',
  aloneFull: 'كل مقاعد هذه الغرفة مشغولة. من لديه مقعد وهو غائب يمكنه العودة بهذا الرابط.',
  early: 'أنت أول الحاضرين. يستخدم الآخرون الرابط نفسه.',
  alonePassword: 'وسيحتاجون إلى كلمة المرور أيضًا.',
  waits: (until) => `يشتعل الفتيل عندما يحضر الثاني. تنتظر الغرفة حتى ${formatTime(until)}.`,
  fixed: 'تنتهي الغرفة عندما ينتهي الوقت.',
  sliding: (lifetime) => `تحترق الغرفة بعد آخر رسالة بهذه المدة: ${formatDuration(lifetime)}.`,
}
