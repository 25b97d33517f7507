import type { documentTexts as English } from '../en/document.ts'

/** The texts of the document itself, which stand there before any script runs, in Arabic. */
export const documentTexts: typeof English = {
  description: 'غرف محادثة تحترق من تلقاء نفسها. دون حساب: افتح غرفة، شارك رابطها، وتحدّث.',
  unloaded: 'تعذّر تحميل هذه الصفحة، أو تغيّرت في الطريق إلى هنا. تحقّق من الاتصال ثم أعد تحميلها.',
  noScript: 'يحتاج private-chat إلى JavaScript لفتح الغرف وعرض الرسائل. فعّله لهذا الموقع ثم أعد التحميل.',
}
