import { countVotes } from '../arabic-counts.ts'
import type { votesTexts as English } from '../en/votes.ts'
import { formatNumber } from '../index.ts'
import { isolate } from '../isolate.ts'

/** The texts of questions and polls, in Arabic. */
export const votesTexts: typeof English = {
  title: 'المزيد',
  ask: 'طرح سؤال',
  makePoll: 'إجراء استطلاع',
  disappear: 'رسائل تختفي',
  questions: 'الأسئلة',
  cancel: 'إلغاء',
  send: 'إرسال',
  yourQuestion: 'سؤالك',
  askHint: 'يمكن للآخرين التصويت له، فيرى المضيفون ما يريد معظم الناس معرفته.',
  noQuestion: 'اكتب السؤال أولًا.',
  tooLong: 'هذا أطول من أن تتسع له رسالة واحدة. اختصره.',
  choices: 'الخيارات',
  choice: (number) => `الخيار ${formatNumber(number)}`,
  addChoice: 'إضافة خيار',
  removeChoice: (number) => `إزالة الخيار ${formatNumber(number)}`,
  choiceFaults: {
    empty: 'اكتب خيارًا: للاستطلاع خياران أو أكثر.',
    long: 'طول الخيار 200 حرف على الأكثر.',
    unseen: 'استخدم أحرفًا مرئية فقط.',
    same: 'هذا الخيار موجود بالفعل.',
  },
  perPerson: 'لكل شخص',
  oneChoice: 'خيار واحد',
  severalChoices: 'عدة خيارات',
  question: 'سؤال',
  answered: 'أُجيب عنه',
  answeredOne: (question) => `أُجيب عنه: ${isolate(question)}`,
  voteUp: (votes) => `تصويت لصالحه، ${countVotes(votes)}`,
  poll: 'استطلاع',
  pollClosed: 'استطلاع مغلق',
  votes: countVotes,
  total: (votes, isClosed) =>
    isClosed ? `النتيجة النهائية: ${countVotes(votes)}.` : `${countVotes(votes)}.`,
  several: 'يمكنك اختيار عدة خيارات.',
  asServerCounts: 'كما يحصيها الخادم: لا يمكنه قراءة الخيارات.',
  takeBack: 'سحب صوتي',
  closePoll: 'إغلاق الاستطلاع',
  closed: 'أُغلق الاستطلاع.',
  waiting: 'صوتك في الطريق.',
  notLoaded: 'لا يمكنك التصويت هنا: ليس لدى هذا المتصفح مفتاح لذلك.',
  failures: {
    'voting-closed': 'جاء صوتك متأخرًا: أُغلق التصويت.',
    'too-many-reactions': 'لم يُحتسب صوتك: يمكنك اختيار ثمانية على الأكثر.',
    'message-not-found': 'لم يُحتسب صوتك: لم يُعثر على الرسالة.',
  },
  failed: 'لم يُحتسب صوتك. اختر من جديد.',
  noQuestions: 'لا أسئلة بعد.',
  earlier: 'النظر في الرسائل الأقدم أيضًا',
}
