import type { doorPromptTexts as English } from '../en/door-prompt.ts'

/** The texts for somebody who waits at a door, in Arabic. */
export const doorPromptTexts: typeof English = {
  title: 'أنت عند الباب',
  text: 'سيُدخلك المضيف. اترك هذه الصفحة مفتوحة: تدخل فور سماحه.',
  byItself: 'تُدخلك صفحة المضيف تلقائيًا فور حضوره. اترك هذه الصفحة مفتوحة.',
  nobody: 'لا أحد في الغرفة الآن. سيجدك المضيف هنا عندما يأتي.',
  offline: 'لا يوجد اتصال. يستمر انتظارك عند عودته.',
  stop: 'التوقف عن الانتظار',
}
