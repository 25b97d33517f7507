import { ACCOUNT_ROOMS_MAX } from '../../../protocol/account-limits.ts'
import { TITLE_MAX } from '../../../protocol/limits.ts'
import { countFiles, countMessages, countPeople } from '../arabic-counts.ts'
import type { accountRoomsTexts as English } from '../en/account-rooms.ts'
import { formatDuration, formatNumber } from '../index.ts'
import { isolate } from '../isolate.ts'
import { inviteLinkTexts } from './invite-link.ts'
import { roomOptionsTexts } from './room-options.ts'

/** The texts of the dashboard, in Arabic. */
export const accountRoomsTexts: typeof English = {
  page: 'غرفك · private-chat',
  title: 'غرفك',
  loading: 'جارٍ تحميل غرفك…',
  again: 'حاول مجددًا',
  stale: 'تعذّر تحديث القائمة. قد يكون ما تراه قديمًا.',
  loggedOut: 'سُجّل خروجك. ما كتبته محفوظ في علامة التبويب هذه حتى تسجّل الدخول من جديد، عدا كلمة المرور.',
  logIn: 'تسجيل الدخول من جديد',
  emptyTitle: 'لا غرف بعد',
  emptyText: 'أعطِ غرفتك الأولى عنوانًا ووقت إغلاق. تحصل على رابط ترسله. من يفتحه مبكرًا ينتظر حتى تُفتح الغرفة.',
  groups: { open: 'مفتوحة الآن', scheduled: 'مجدولة', closed: 'مغلقة' },
  toForm: 'التخطيط لغرفة',

  present: (number) => (number === 0 ? 'لا أحد هنا' : `${formatNumber(number)} هنا الآن`),
  messages: countMessages,
  upTo: (number) => `حتى ${countPeople(number)}`,
  withPassword: 'كلمة مرور',
  locked: 'مقفلة',
  encrypted: 'مشفّرة من طرف إلى طرف',
  readable: 'سجل مقروء',
  closes: (when) => `تُغلق ${when}`,
  closed: (when) => `أُغلقت ${when}`,
  keptUntil: (when) => `محفوظة حتى ${when}`,
  closedAndKept: (closed, keptUntil) => `${closed}، ${keptUntil}`,
  span: (from, to) => `من ${from} إلى ${to}`,

  enter: 'دخول',
  copyLink: 'نسخ الرابط',
  linkCopied: 'نُسخ الرابط',
  copyInvitation: 'نسخ الدعوة',
  invitationCopied: 'نُسخت الدعوة',
  calendar: 'ملف تقويم',
  more: 'المزيد',
  moreOf: (title) => `المزيد عن ${isolate(title)}`,
  edit: 'تعديل',
  sameAgain: 'نفسها الأسبوع المقبل',
  endNow: 'إنهاء الآن',
  remove: 'حذف',
  transcript: 'السجل',
  formats: { json: 'JSON', csv: 'CSV', markdown: 'Markdown' },
  transcriptAs: (format) => `السجل بصيغة ${format}`,
  opening: 'جارٍ فتح الرسائل في هذا المتصفح…',
  madeHere: 'يُصنع السجل في هذا المتصفح، بالمفتاح المحفوظ هنا.',
  marked: (number) =>
    `حُفظ السجل. الرسائل المعلَّمة فيه: ${countMessages(number)}؛ لم تُفتح بمفاتيح هذه الغرفة، أو جاءت مرتين، أو لم تكن مشفّرة.`,
  odd: {
    unreadable: '(تعذّر فتح هذه الرسالة بمفاتيح الغرفة، أو هي نسخة من رسالة سابقة.)',
    plain: (text) => `(غير مشفّرة) ${text}`,
  },
  saved: 'حُفظ السجل.',
  archive: {
    save: 'حفظ مع الملفات',
    loading: 'جارٍ تحميل الملفات…',
    progress: 'تحميل ملفات هذه الغرفة',
    paused: 'في انتظار الغرفة. يستمر تلقائيًا.',
    stop: 'إيقاف',
    stopped: 'أُوقف. لم يُحفظ شيء.',
    none: 'لا ملفات في هذه الغرفة.',
    failed: 'تعذّر صنع الأرشيف. تحقّق من الاتصال ثم حاول مجددًا.',
    saved: 'حُفظ السجل وكل الملفات في أرشيف واحد.',
    missing: (name) => `${isolate(name)} (مفقود)`,
    incomplete: (number) => `حُفظ الأرشيف. ما تعذّر تحميله: ${countFiles(number)}؛ يقول السجل هناك «مفقود».`,
  },
  unkept: (title) =>
    `لا يخزن هذا المتصفح شيئًا لهذا الموقع. انسخ رابط «${isolate(title)}» الآن: حين تغلق هذه الصفحة يضيع مفتاحه.`,
  key: {
    missing:
      'مفتاح هذه الغرفة ليس في هذا المتصفح. ألصق الرابط كاملًا هنا، من دعوة أرسلتها مثلًا: عندئذ يحفظ هذا المتصفح المفتاح من جديد.',
    label: inviteLinkTexts.label,
    button: 'حفظ مفتاحها',
    taken: (title) => `مفتاح «${isolate(title)}» في هذا المتصفح من جديد.`,
    noLink: inviteLinkTexts.noLink,
    otherRoom: 'هذا رابط غرفة أخرى. ألصق رابط هذه الغرفة.',
    notWhole: inviteLinkTexts.notWhole,
    wrongKey: 'هذا المفتاح ليس لهذه الغرفة: الرابط تالف. انسخه من جديد من حيث أُرسل.',
    needsPassword: 'لهذا الرابط كلمة مرور. افتح الغرفة بهما مرة في هذا المتصفح فيحفظ المفتاح.',
    fromFile: 'أو خذ مفاتيحها من ملف حفظته:',
    noKeyFile: 'هذا ليس ملف مفاتيح لهذا الموقع.',
    saveFile: 'حفظ ملف المفاتيح',
    fileSaved: 'حُفظت المفاتيح. من لديه الملف يمكنه قراءة ما يُقال هناك: احتفظ به حيث لا يجده غيرك.',
    save: 'حفظ الدعوة',
    saveHint: 'ملف التقويم والدعوة المحفوظة فيهما الرابط كاملًا ومفتاحه: احتفظ بهما حيث لا يجدهما غيرك.',
    saved: 'حُفظت. في الملف مفتاح الغرفة: احتفظ به حيث لا يجده غيرك.',
    inFile:
      'جزء الرابط بعد # هو مفتاح هذه الغرفة: من لديه المفتاح يقرأ ما يُقال هناك، ولا يقرؤه أحد دونه. احتفظ بهذا الملف حيث لا يجده غيرك.',
  },

  invitation: (room) =>
    [
      `أنت مدعو: ${isolate(room.title)}`,
      `${room.span} (${isolate(room.zone)})`,
      '',
      `ادخل من هنا: ${room.inviteLink}`,
      'لا تحتاج إلى حساب. يمكنك أن تأتي مبكرًا: تُدخلك الصفحة حين تُفتح الغرفة.',
      ...(room.retention === null ? [] : [room.retention]),
      ...(room.hasPassword ? ['تطلب الغرفة كلمة مرور تصلك على حدة.'] : []),
    ].join('\n'),
  calendarText: (inviteLink) => `ادخل من هنا: ${inviteLink}`,

  confirm: {
    end: (title) => `إنهاء «${isolate(title)}» الآن؟`,
    endText: (until) => `يُخرج كل من فيها، ولا يكتب أحد بعد ذلك. يمكنك قراءة ما قيل حتى ${until}.`,
    endTextGone: 'يُخرج كل من فيها، ويُحذف كل ما قيل فورًا.',
    endLabel: 'إنهاء',
    remove: (title) => `حذف «${isolate(title)}»؟`,
    removeText: (messages) =>
      `تُحذف الغرفة وما فيها (${countMessages(messages)}) وسجلها ورابطها. يُخرج كل من فيها. لا يمكن التراجع عن هذا.`,
    removeLabel: 'حذف',
    cancelLabel: 'الإبقاء عليها',
  },
  done: {
    scheduled: (title) => `جُدولت «${isolate(title)}».`,
    opened: (title) => `فُتحت «${isolate(title)}».`,
    changed: (title) => `عُدّلت «${isolate(title)}».`,
    ended: (title) => `انتهت «${isolate(title)}».`,
    removed: (title) => `حُذفت «${isolate(title)}».`,
  },

  form: {
    title: 'التخطيط لغرفة',
    editTitle: 'تعديل الغرفة',
    button: 'جدولة الغرفة',
    save: 'حفظ التغييرات',
    name: 'العنوان',
    opensAt: 'تُفتح عند',
    closesAt: 'تُغلق عند',
    opensHint: 'اتركه فارغًا لفتح الغرفة فورًا.',
    zone: (zone) => `الأوقات بتوقيتك المحلي: ${isolate(zone)}.`,
    clock: (skewMs, rightTime) =>
      `ساعة هذا الحاسوب ${skewMs > 0 ? 'متقدمة' : 'متأخرة'} بمقدار ${formatDuration(
        Math.round(Math.abs(skewMs) / 60_000) * 60,
      )}: الوقت الصحيح ${rightTime}. أوقات غرفك تتبع الوقت الصحيح.`,
    clockChange: {
      skipped: (meant) => `تتقدم الساعة عندئذ وتتخطى هذا الوقت. المقصود ${meant}.`,
      repeated: (meant) => `تتأخر الساعة عندئذ ويأتي هذا الوقت مرتين. المقصود الأولى، ${meant}.`,
    },
    options: 'خيارات',
    summary: (who, encrypted, retainFor, password) =>
      `${who}، ${encrypted ? 'مشفّرة' : 'مقروءة'}، تُحفظ: ${
        retainFor === 0 ? 'لا' : formatDuration(retainFor)
      }${password ? '، بكلمة مرور' : ''}`,
    whoAnyone: 'كل من لديه الرابط',
    whoUpTo: (number) => `حتى ${countPeople(number)}`,
    passwordKept: 'اتركه فارغًا للإبقاء على كلمة المرور الحالية.',
    removePassword: 'إزالة كلمة المرور',
    reading: 'التشفير',
    readings: { none: 'دون: يقرؤها الخادم', e2ee: 'من طرف إلى طرف' },
    readingHints: {
      none: 'يخزن الخادم ما يُقال نصًا: يمكنك قراءته، ويمكن ذلك لمن يشغّل هذا الموقع. يرى ضيوفك هذا قبل دخولهم.',
      e2ee: 'يبقى المفتاح في الرابط ولا يصل إلى الخادم أبدًا. تحفظه هذه الصفحة في هذا المتصفح فقط: لا يُصنع سجل إلا هنا، ودون الرابط تضيع الرسائل. يرى ضيوفك مدة احتفاظك بما يقولون.',
    },
    retain: 'مدة إمكان القراءة بعد النهاية',
    retainHint: 'حين تُفتح الغرفة لا يمكنك إلا تقصيرها، لأن من دخلوا رأوها.',
    retainFor: (seconds) => (seconds === 0 ? 'لا تُقرأ' : formatDuration(seconds)),
    errors: {
      title: `استخدم من 1 إلى ${TITLE_MAX} من الأحرف المرئية.`,
      opensAt: 'أدخل تاريخًا ووقتًا، أو اترك هذا فارغًا لفتح الغرفة فورًا.',
      closesAt: 'اختر متى تُغلق الغرفة.',
      past: 'هذا الوقت في الماضي. اختر وقتًا لاحقًا.',
      order: 'تُغلق الغرفة بعد أن تُفتح.',
      far: 'اختر وقتًا خلال سنة من الآن.',
      capacity: roomOptionsTexts.capacityError,
      password: roomOptionsTexts.passwordError,
    },
  },
  refusals: {
    'title-taken': 'لديك غرفة بهذا العنوان. اختر عنوانًا آخر.',
    'too-many-rooms': `لديك ${formatNumber(ACCOUNT_ROOMS_MAX)} غرفة، وهذا هو الحد. احذف واحدة أولًا.`,
    'room-not-found': 'لم تعد هذه الغرفة موجودة.',
    'room-not-open': 'هذه الغرفة غير مفتوحة.',
    'keys-not-kept':
      'هذا المتصفح لا يحفظ مفاتيح: حيث يطرق الناس الباب، أو لا يرون إلا ما يُقال بعد دخولهم، لن تستطيع فتح غرفتك. اختر «مفتوح» و«كل شيء»، أو استخدم نافذة عادية بدل النافذة الخاصة.',
    'rotate-instead':
      'ليس لدى هذا المتصفح المفاتيح أو كلمة المرور التي يتطلبها باب مفتوح. أنشئ رابطًا جديدًا من قائمة الغرفة ثم افتح الباب هناك.',
  },
}
