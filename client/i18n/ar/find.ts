import type { findTexts as English } from '../en/find.ts'
import { formatNumber, pickPlural } from '../index.ts'

/** The texts of the search in a room, in Arabic. */
export const findTexts: typeof English = {
  title: 'البحث في هذه الغرفة',
  query: 'كلمات للبحث',
  hint: 'في كل ما قيل هنا مما يمكنك قراءته. ما تبحث عنه يبقى في هذا المتصفح.',
  found: (count, progress) => {
    const messages =
      count === 0
        ? 'لا توجد نتائج'
        : pickPlural(count, {
            one: 'وُجدت رسالة واحدة',
            two: 'وُجدت رسالتان',
            few: `وُجدت ${formatNumber(count)} رسائل`,
            other: `وُجدت ${formatNumber(count)} رسالة`,
          })
    if (progress === 'done') return `${messages}.`
    const state =
      progress === 'reading'
        ? 'يستمر البحث في الرسائل الأقدم…'
        : 'لا يمكن قراءة الرسائل الأقدم الآن؛ تُعاد المحاولة.'
    return `${messages} حتى الآن. ${state}`
  },
  list: 'الرسائل التي وُجدت',
  more: 'عرض المزيد',
}
