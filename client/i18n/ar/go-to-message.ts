import type { goToMessageTexts as English } from '../en/go-to-message.ts'

/** The texts on the way to a message, in Arabic. */
export const goToMessageTexts: typeof English = {
  loading: 'جارٍ تحميل الرسائل حتى ذلك الموضع…',
  gone: 'هذه الرسالة سابقة لدخولك، أو لم تعد موجودة.',
  failed: 'تعذّر تحميل هذه الرسالة. تحقّق من الاتصال ثم حاول مجددًا.',
}
