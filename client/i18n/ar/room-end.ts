import type { roomEndTexts as English } from '../en/room-end.ts'

/** The texts of a room whose end is near or has come, in Arabic. */
export const roomEndTexts: typeof English = {
  secondsLeft: { 60: 'بقيت دقيقة واحدة.', 30: 'بقيت 30 ثانية.', 10: 'بقيت 10 ثوانٍ.' },
  lastMinute: 'بقي أقل من دقيقة.',
  lastSeconds: 'لم تبقَ إلا ثوانٍ.',
  keepAlive: 'قل شيئًا ليشتعل الفتيل من جديد.',
  ending: {
    destroyed: 'لم تعد الغرفة موجودة.',
    expired: 'احترق الفتيل.',
    ended: 'انتهى الوقت.',
  },
}
