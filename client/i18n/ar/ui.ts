import type { uiTexts as English } from '../en/ui.ts'
import { formatDuration } from '../index.ts'

/** The texts of forms and dialogs, in Arabic. */
export const uiTexts: typeof English = {
  showPassword: 'إظهار ما يُكتب',
  hidePassword: 'إخفاء ما يُكتب',
  required: 'املأ هذا الحقل.',
  busy: 'لحظة…',
  canSubmitIn: (seconds) => `يمكنك المحاولة مجددًا بعد ${seconds} ث.`,
  canSubmit: 'يمكنك المحاولة مجددًا الآن.',
  logInAgain: 'تسجيل الدخول من جديد',
  cancel: 'إلغاء',
  close: 'إغلاق',
  refusals: {
    'email-taken': 'هناك حساب بهذا العنوان. هل تريد تسجيل الدخول؟',
    'wrong-credentials': 'العنوان وكلمة المرور لا يتوافقان.',
    'wrong-password': 'ليست هذه كلمة مرور هذا الحساب.',
    'not-signed-in': 'سُجّل خروجك.',
    'slow-down': 'كان هذا كثيرًا دفعة واحدة. انتظر لحظة ثم حاول مجددًا.',
    'too-many-requests': 'جاءت طلبات كثيرة من عنوانك. انتظر دقيقة ثم حاول مجددًا.',
    'session-not-found': 'ذلك الجهاز سُجّل خروجه بالفعل.',
    unreachable: 'تعذّر الوصول إلى الخادم. تحقّق من الاتصال ثم حاول مجددًا.',
    busy: 'الخادم مشغول جدًا. حاول مجددًا بعد لحظة.',
  },
  fieldRefused: 'لا يمكن استخدام هذا. غيّره ثم حاول مجددًا.',
  refused: 'لم ينجح ذلك. حاول مجددًا.',
  incident: ' للمشغّل: ',
  tooManyAttempts: (seconds) =>
    `محاولات خاطئة كثيرة: تُرفض كل محاولة، ولو كانت صحيحة، لمدة ${formatDuration(Math.max(1, seconds))}.`,
}
