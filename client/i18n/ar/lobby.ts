import { countPeople } from '../arabic-counts.ts'
import type { lobbyTexts as English } from '../en/lobby.ts'
import { formatDuration } from '../index.ts'

/** The texts of the lobby, in Arabic. */
export const lobbyTexts: typeof English = {
  page: 'private-chat · غرف تحترق من تلقاء نفسها',
  headline: 'كلمات لا تبقى',
  lead: 'افتح غرفة، شارك رابطها، وتحدّث. حين يحترق الفتيل تزول الغرفة وكل كلمة فيها.',
  nameHint: 'ما يراه الآخرون. يُحفظ على هذا الجهاز فقط.',
  anotherName: 'اسم آخر',
  create: 'إنشاء غرفة',
  creating: 'جارٍ إنشاء غرفتك…',
  notIn: 'غرفتك جاهزة، لكنك لست فيها بعد: تعذّر الوصول إليها.',
  options: 'خيارات',
  summary: (who, seconds, { sliding, hasPassword, knock }) =>
    `${who}، ${formatDuration(seconds)}${sliding ? ' بعد آخر كلمة' : ''}${hasPassword ? '، بكلمة مرور' : ''}${knock ? '، بطرق الباب' : ''}`,
  whoTwo: 'شخصان',
  whoAnyone: 'كل من لديه الرابط',
  upTo: (count) => `حتى ${countPeople(count)}`,
  promises: [
    'لا حساب ولا تتبّع ولا موقع آخر في الأمر.',
    'كل من لديه الرابط يمكنه الدخول ما دام هناك مقعد، حتى تستبدل الرابط أو تغلقه.',
    'الغرفة التي تنشئها هنا تُشفَّر في متصفحك، والأسماء أيضًا، وتُحذف من الخادم عند نهايتها.',
  ],
  unreachable: 'تعذّر الوصول إلى الخادم. تحقّق من الاتصال ثم حاول مجددًا.',
  haveLink: 'لديك رابط؟',
  privacy: 'ما يبقى خاصًا، وما لا يمكن',
  facilitators: 'للميسّرين',
}
