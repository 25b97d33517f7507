import { countOthers } from '../arabic-counts.ts'
import type { logNoticesTexts as English } from '../en/log-notices.ts'
import { formatDuration } from '../index.ts'
import { formatTimeOfDay } from '../time-of-day.ts'

/** The texts of the lines among the messages. A person who is `null` is the reader, in Arabic. */
export const logNoticesTexts: typeof English = {
  others: countOthers,
  came: (people) => ['حضر: ', people, '.'],
  left: (people) => ['غادر: ', people, '.'],
  letIn: (by, people) => (by === null ? ['أدخلتَ: ', people, '.'] : ['سمح ', by, ' بدخول: ', people, '.']),
  removed: (by, people) =>
    by === null ? ['أخرجتَ: ', people, '.'] : ['بأمر من ', by, ' أُخرج: ', people, '.'],
  madeHost: (by, person) =>
    by === null
      ? ['عيّنتَ ', person ?? 'نفسك', ' مضيفًا.']
      : person === null
        ? ['عيّنك ', by, ' مضيفًا.']
        : ['عيّن ', by, ' مضيفًا جديدًا: ', person, '.'],
  tookRole: (by, person) =>
    by === null
      ? ['سحبتَ دور المضيف من ', person ?? 'نفسك', '.']
      : person === null
        ? ['سحب ', by, ' دور المضيف منك.']
        : ['سحب ', by, ' دور المضيف من ', person, '.'],
  isHost: (person) => (person === null ? ['أنت مضيف الآن.'] : ['صار ', person, ' مضيفًا.']),
  isNoHost: (person) => (person === null ? ['لم تعد مضيفًا.'] : ['لم يعد ', person, ' مضيفًا.']),
  started: (endsAt) => `اشتعل الفتيل: تنتهي الغرفة عند ${formatTimeOfDay(endsAt)}.`,
  end: (endsAt) => `ضُبط الانتهاء عند ${formatTimeOfDay(endsAt)}.`,
  settings: {
    locked: { on: 'الباب مقفل: لا يدخل أحد آخر.', off: 'فُتح قفل الباب.' },
    files: { on: 'يمكن إرسال ملفات وصور هنا.', off: 'أوقف المضيف إرسال الملفات.' },
    quiet: { on: 'الغرفة هادئة الآن: لا يتكلم إلا مضيفوها.', off: 'يمكن للجميع الكلام مجددًا.' },
    door: {
      knock: 'من يأتي الآن يطرق الباب حتى يُدخله المضيف.',
      open: 'من لديه الرابط يدخل الآن دون طرق.',
    },
    slow: (seconds) =>
      seconds === 0
        ? 'يمكن للجميع الكتابة بالسرعة التي يريدونها.'
        : `لكل شخص الآن رسالة واحدة كل ${formatDuration(seconds)}.`,
    pinned: 'ثبّت المضيف رسالة: إنها في الأعلى.',
    unpinned: 'لم تعد هناك رسالة مثبّتة.',
  },
  muted: (by, person, until) => {
    const end = until === null ? ' حتى إشعار آخر.' : ` حتى ${formatTimeOfDay(until)}.`
    if (by === null) return ['كتمتَ ', person ?? 'نفسك', end]
    return person === null ? ['كتمك ', by, end] : ['كُتم ', person, ' بأمر من ', by, end]
  },
  unmuted: (by, person) => {
    if (by === null) return ['سمحتَ بالكلام لـ', person ?? 'نفسك', '.']
    return person === null ? ['سمح لك ', by, ' بالكلام.'] : ['سمح ', by, ' بالكلام لـ', person, '.']
  },
  renamed: (from, to) => [from, ' صار اسمه ', to],
  rotated: {
    newLink: (by) =>
      by === null
        ? ['غيّرتَ مفاتيح هذه الغرفة ومعها رابطها.']
        : ['غيّر ', by, ' مفاتيح هذه الغرفة ومعها رابطها.'],
    sameLink: (by) =>
      by === null
        ? ['غيّرتَ مفاتيح هذه الغرفة. يبقى رابطها.']
        : ['غيّر ', by, ' مفاتيح هذه الغرفة. يبقى رابطها.'],
    noLink: (by) =>
      by === null
        ? ['غيّرتَ مفاتيح هذه الغرفة. رابطها مغلق.']
        : ['غيّر ', by, ' مفاتيح هذه الغرفة. رابطها مغلق.'],
  },
  notGiven: (people) => [
    'لم تُعطَ المفاتيح الجديدة لـ',
    people,
    '. لا يقرؤون ما يلي؛ رابط جديد يُدخلهم من جديد.',
  ],
  linkClosed: 'الرابط مغلق: لم يعد يفتح شيئًا.',
  otherKeys: (by) => [
    'لم تأخذ هذه الصفحة المفاتيح التي جاءت من ',
    by,
    ': ليست ما يمكنها التحقق منه. قارنوا كلمات الأمان قبل المتابعة.',
  ],
}
