import type { messageToolsTexts as English } from '../en/message-tools.ts'

/** What the buttons beside a message are called, in Arabic. */
export const messageToolsTexts: typeof English = {
  reply: 'رد',
  react: 'تفاعل',
  edit: 'تعديل',
  takeBack: 'سحب',
  notLoaded: 'تعذّر التحميل. تحقّق من الاتصال ثم حاول مجددًا.',
}
