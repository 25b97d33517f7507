import { ACCOUNT_PASSWORD, RECOVERY_CODES } from '../../../protocol/account-limits.ts'
import type { accountTexts as English } from '../en/account.ts'
import { formatNumber } from '../index.ts'
import { isolate } from '../isolate.ts'

/** The texts of signing up, logging in and the page of the account, in Arabic. */
export const accountTexts: typeof English = {
  email: 'البريد الإلكتروني',
  password: 'كلمة المرور',
  emailError: 'استخدم عنوان بريد مثل ada@example.com.',
  newPasswordHint: `${ACCOUNT_PASSWORD.min} من الأحرف على الأقل. بضع كلمات متتالية كلمة مرور جيدة.`,
  newPasswordError: `استخدم من ${ACCOUNT_PASSWORD.min} إلى ${ACCOUNT_PASSWORD.max} من الأحرف.`,
  newPasswordTooCommon:
    'كلمة المرور هذه سهلة التخمين: من أكثر الكلمات شيوعًا، أو جزء من عنوانك. استخدم غيرها، كبضع كلمات متتالية.',
  nav: 'صفحاتك',
  rooms: 'الغرف',
  account: 'الحساب',
  logOut: 'تسجيل الخروج',
  cookiesBlocked:
    'متصفحك لا يحفظ ملفات تعريف الارتباط هنا، وهي ما يبقيك مسجّلًا. اسمح بها لهذا الموقع في الإعدادات بجانب العنوان ثم حاول مجددًا.',

  signUp: {
    page: 'إنشاء حساب · private-chat',
    title: 'غرف لمجموعاتك',
    text: 'بالحساب تخطط للغرف مسبقًا، وترى من فيها، وتحتفظ بما قيل للمدة التي تقررها. لا يُرسل أي بريد إلى عنوانك.',
    button: 'إنشاء حساب',
    other: 'لديك حساب؟',
    linkLabel: 'تسجيل الدخول',
  },
  logIn: {
    page: 'تسجيل الدخول · private-chat',
    title: 'أهلًا بعودتك',
    text: 'سجّل الدخول إلى غرفك المجدولة.',
    button: 'تسجيل الدخول',
    other: 'ليس لديك حساب؟',
    linkLabel: 'إنشاء حساب',
    forgotten: 'نسيت كلمة المرور؟',
    recover: 'استخدام رمز استرداد',
  },
  recover: {
    page: 'استرداد حسابك · private-chat',
    title: 'تعيين كلمة مرور جديدة',
    text: `كل رمز من أحدث رموز الاسترداد يُدخلك مرة واحدة. استخدام أحدها يسجّل خروجك من كل مكان آخر ويعطيك ${RECOVERY_CODES.count} رموز جديدة.`,
    code: 'رمز الاسترداد',
    codeHint: 'مثل k3v9-02mq-8xhd-p7tz. يعمل مرة واحدة فقط.',
    newPassword: 'كلمة المرور الجديدة',
    button: 'تعيين كلمة المرور وتسجيل الدخول',
    wrong: 'العنوان والرمز لا يتوافقان، أو استُخدم الرمز من قبل.',
    other: 'تذكّرت كلمة المرور؟',
    linkLabel: 'تسجيل الدخول',
  },
  codes: {
    page: 'رموز الاسترداد · private-chat',
    title: 'احتفظ بهذه الرموز',
    text: 'إن نسيت كلمة المرور فكل رمز من هذه يُدخلك مرة واحدة. تُعرض الآن ولا تُعرض بعدها أبدًا، ولا طريق آخر للعودة.',
    list: 'رموز الاسترداد',
    copy: 'نسخ الكل',
    copied: 'نُسخت رموز الاسترداد',
    save: 'حفظ في ملف',
    file: 'private-chat-recovery-codes',
    fileHead: (host) => `رموز الاسترداد لـ ${isolate(host)}، كل منها يعمل مرة واحدة:\n\n`,
    kept: 'احتفظت بها',
  },
  settings: {
    page: 'الحساب · private-chat',
    title: 'الحساب',
    loading: 'جارٍ تحميل حسابك…',
    about: (email, day) => `${isolate(email)}، منذ ${day}`,
    again: 'حاول مجددًا',
    password: {
      title: 'كلمة المرور',
      text: 'تغييرها يسجّل خروجك على كل جهاز آخر، ومن غرفك أيضًا. تحصل على رموز استرداد جديدة وتتوقف القديمة.',
      current: 'كلمة المرور الحالية',
      next: 'كلمة المرور الجديدة',
      button: 'تغيير كلمة المرور',
      done: 'تغيّرت كلمة المرور، وسُجّل خروج كل جهاز آخر. احتفظ برموز الاسترداد الجديدة.',
    },
    sessions: {
      title: 'أين أنت مسجّل الدخول',
      list: 'الأجهزة',
      device: (browser, system) =>
        system === null ? isolate(browser) : `${isolate(browser)} على ${isolate(system)}`,
      unknownBrowser: 'غير معروف',
      here: 'هذا الجهاز',
      seen: (when) => `آخر استخدام ${when}`,
      end: 'تسجيل الخروج هناك',
      endNamed: (device) => `تسجيل خروج ${isolate(device)}`,
      ended: (device) => `سُجّل خروج ${isolate(device)}.`,
      endOthers: 'تسجيل الخروج من كل مكان آخر',
      endedOthers: 'سُجّل خروج كل جهاز آخر.',
      alone: 'لست مسجّل الدخول في مكان آخر.',
    },
    codes: {
      title: 'رموز الاسترداد',
      left: (count) =>
        count === 0
          ? 'لم يبقَ لديك شيء منها. دونها لا يمكن استبدال كلمة مرور منسية.'
          : `الرموز المتبقية: ${formatNumber(count)}.`,
      make: 'إنشاء رموز جديدة',
      askTitle: `إنشاء ${RECOVERY_CODES.count} رموز جديدة؟`,
      askText: 'تتوقف رموزك القديمة فورًا.',
      yes: 'إنشاء رموز جديدة',
    },
    everything: {
      title: 'بياناتك',
      text: 'الحساب وغرفك وكل رسالة فيها، في ملف JSON واحد. تبقى رسائل الغرف المشفّرة مشفّرة فيه.',
      download: 'تنزيل كل شيء',
    },
    remove: {
      title: 'حذف الحساب',
      text: 'يحذف هذا كل غرفة وكل رسالة والحساب نفسه.',
      button: 'حذف كل شيء…',
      askTitle: 'حذف كل شيء؟',
      askText:
        'ينهي هذا كل غرفك، والمفتوحة منها، ويحذف كل رسالة ورموز الاسترداد والحساب. لا يمكن التراجع عن هذا.',
      yes: 'حذف كل شيء',
    },
  },
}
