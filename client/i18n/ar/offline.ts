import type { offlineTexts as English } from '../en/offline.ts'

/** The texts of the page that is shown where the network is away, in Arabic. */
export const offlineTexts: typeof English = {
  page: 'لا يوجد اتصال · private-chat',
  title: 'لا يوجد اتصال',
  text: 'ما يُقال في الغرف لا يُحفظ أبدًا على هذا الجهاز، فلا شيء يُعرض دون اتصال. ستُفتح هذه الصفحة تلقائيًا عند عودة الاتصال.',
  again: 'حاول مجددًا',
}
