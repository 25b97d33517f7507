import type { fixedEncryptionTexts as English } from '../en/fixed-encryption.ts'

/** What the lock of a room says whose keys never change, in Arabic. */
export const fixedEncryptionTexts: typeof English = {
  encrypted:
    'لا يقرأ ما يُقال هنا إلا من لديه الرابط. الخادم لا يستطيع ذلك؛ أما الأسماء والترتيب والأوقات فتأتي منه.',
  open: 'أُنشئت هذه الغرفة دون تشفير: يستطيع الخادم قراءة ما يُقال هنا.',
}
