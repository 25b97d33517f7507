import type { languageTexts as English } from '../en/language.ts'

/** The texts of the box in which another language is chosen, in Arabic. */
export const languageTexts: typeof English = {
  label: 'اللغة',
  notKept: 'متصفحك لا يحفظ ملفات تعريف الارتباط هنا، لذلك تبقى الصفحة بهذه اللغة.',
  retype: {
    title: 'تغيير اللغة؟',
    text: 'كلمات المرور والرموز والروابط التي كتبتها هنا لا تُحفظ. سيكون عليك كتابتها من جديد.',
    confirmLabel: 'تغيير اللغة',
  },
}
