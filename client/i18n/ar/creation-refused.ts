import type { creationRefusedTexts as English } from '../en/creation-refused.ts'

/** Why no room could be created: by code, in Arabic. */
export const creationRefusedTexts: typeof English = {
  'too-many-requests': 'غرف كثيرة دفعة واحدة. انتظر دقيقة ثم أنشئ التالية.',
  'cookies-blocked':
    'متصفحك لا يحفظ ملفات تعريف الارتباط هنا، وهي ما يخبر الغرفة أي مقعد لك. اسمح بها لهذا الموقع في الإعدادات بجانب العنوان، أو استخدم نافذة عادية بدل النافذة الخاصة.',
  'keys-not-kept':
    'متصفحك لا يحفظ مفاتيح هنا: حيث يطرق الناس الباب، أو لا يرون إلا ما يُقال بعد دخولهم، لن تستطيع فتح غرفتك. في «الباب والقواعد» اختر «مفتوح» و«كل شيء»، أو استخدم نافذة عادية بدل النافذة الخاصة.',
  'wrong-origin': 'يحسب الخادم هذا العنوان موقعًا آخر. إن كان خلف وكيل فعلى مشغّله ضبط PUBLIC_ORIGIN.',
  other: 'تعذّر إنشاء الغرفة. حاول مجددًا عبر https أو على localhost.',
}
