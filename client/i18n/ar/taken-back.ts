import type { takenBackTexts as English } from '../en/taken-back.ts'
import { isolate } from '../isolate.ts'

/** The texts of taking back somebody’s message, and of what stands in the place of one that is gone, in Arabic. */
export const takenBackTexts: typeof English = {
  ask: {
    title: 'سحب الرسالة؟',
    text: (name) => `ستختفي رسالة ${isolate(name)} هذه لدى الجميع، ويظهر سطر يقول إنها سُحبت.`,
    confirm: 'سحب',
  },
  line: {
    you: 'سحبتَ رسالة.',
    by: (person) => ['سُحبت رسالة من ', person, '.'],
    byHost: (person) => ['سحب المضيف رسالة من ', person, '.'],
    yoursByHost: 'سحب المضيف رسالة لك.',
    disappeared: 'اختفت رسالة.',
    yoursDisappeared: 'اختفت رسالتك.',
  },
}
