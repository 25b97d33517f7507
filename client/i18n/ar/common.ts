import type { commonTexts as English } from '../en/common.ts'
import { formatNumber, joinSentences, pickPlural } from '../index.ts'

/** The texts of every page, in Arabic. */
export const commonTexts: typeof English = {
  brand: 'private-chat',
  darkTheme: 'التبديل إلى المظهر الداكن',
  lightTheme: 'التبديل إلى المظهر الفاتح',
  name: 'اسمك',
  lineError: (fault, max) =>
    fault.is === 'long'
      ? `هنا ${fault.length} من الأحرف، والحد الأقصى ${max}: اختصره.`
      : fault.is === 'unseen'
        ? 'فيه شيء لا يُرى. اكتبه من جديد.'
        : fault.is === 'marks'
          ? 'على أحد الأحرف علامات كثيرة.'
          : `استخدم من 1 إلى ${max} من الأحرف المرئية.`,
  password: 'كلمة المرور',
  days: (days, hours) =>
    joinSentences([
      pickPlural(days, {
        two: 'يومان',
        few: `${formatNumber(days)} أيام`,
        other: `${formatNumber(days)} يومًا`,
      }),
      hours > 0 && `${formatNumber(hours)} س`,
    ]),
}
