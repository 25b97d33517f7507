import { CAPACITY, LIFETIME, PASSWORD } from '../../../protocol/limits.ts'
import type { roomOptionsTexts as English } from '../en/room-options.ts'
import { formatDuration, formatNumber } from '../index.ts'

/** The texts of a room’s options: in the lobby they are loaded once somebody opens them, in Arabic. */
export const roomOptionsTexts: typeof English = {
  who: 'من يمكنه الدخول',
  rules: 'الباب والقواعد',
  whoSome: 'حتى…',
  upToLabel: 'عدد الأشخاص',
  people: 'شخص',
  capacityError: `اختر عددًا صحيحًا من ${formatNumber(CAPACITY.min)} إلى ${formatNumber(CAPACITY.max)}.`,
  lifetime: 'مدة الغرفة',
  lifetimeShort: { 60: '1 د', 600: '10 د', 3600: '60 د', 86400: '24 س' },
  lifetimeOwn: 'أخرى…',
  ownLabel: 'المدة',
  unitLabel: 'الوحدة',
  units: { seconds: 'ثوانٍ', minutes: 'دقائق', hours: 'ساعات' },
  lifetimeError: `اختر مدة من ${formatDuration(LIFETIME.min)} إلى ${formatDuration(LIFETIME.max)}.`,
  sliding: 'الكلام يبقيها حية',
  slidingHint: 'كل رسالة تشعل الفتيل من جديد.',
  passwordHint: 'اختيارية. دونها لا يفتح الرابط شيئًا. أعطها للآخرين بطريقة غير طريقة الرابط.',
  passwordError: `استخدم من ${PASSWORD.min} إلى ${PASSWORD.max} من الأحرف، أو اترك هذا فارغًا.`,
}
