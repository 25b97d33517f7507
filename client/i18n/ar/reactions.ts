import type { reactionsTexts as English } from '../en/reactions.ts'
import { formatList, formatNumber, pickPlural } from '../index.ts'
import { isolate } from '../isolate.ts'

/** The texts of reactions, in Arabic. */
export const reactionsTexts: typeof English = {
  title: 'تفاعل',
  emoji: 'رموز تعبيرية',
  names: [
    ...['إبهام للأعلى', 'إبهام للأسفل', 'قلب', 'دموع الضحك', 'ابتسامة', 'دهشة', 'حزن', 'غضب'],
    ...['احتفال', 'شكر', 'تصفيق', 'نار', 'عينان', 'تفكير', 'مئة', 'علامة صح'],
    ...['علامة خطأ', 'نجمة', 'صاروخ', 'فكرة', 'تلويح', 'قوة', 'مصافحة', 'قهوة'],
  ],
  words: {
    yes: 'نعم',
    no: 'لا',
    thanks: 'شكرًا',
    agreed: 'موافق',
    later: 'لاحقًا',
    done: 'تم',
    'on-it': 'سأتولّاه',
    'plus-one': '+1',
  },
  counted: (shown, count, isMine) => `${shown} ${count}${isMine ? '، ومنها تفاعلك' : ''}`,
  others: (count) =>
    pickPlural(count, {
      one: 'تفاعل آخر',
      two: 'تفاعلان آخران',
      few: `${formatNumber(count)} تفاعلات أخرى`,
      other: `${formatNumber(count)} تفاعلًا آخر`,
    }),
  reactions: 'التفاعلات',
  you: 'أنت',
  somebody: 'شخص غادر',
  who: (names) => formatList(names.map(isolate)),
  asServerCounts: 'كما يحصيها الخادم: لا يمكنه قراءتها.',
  notLoaded: 'لا يمكنك التفاعل هنا: ليس لدى هذا المتصفح مفتاح لذلك.',
  failures: {
    'voting-closed': 'لم يُقبل تفاعلك: لم تعد هذه الرسالة تقبل التفاعلات.',
    'too-many-reactions': 'لم يُقبل تفاعلك: لكل رسالة ثمانية تفاعلات منك و24 مختلفة على الأكثر.',
    'message-not-found': 'لم يُقبل تفاعلك: لم تعد الرسالة موجودة.',
  },
  failed: 'لم يُقبل تفاعلك. حاول مجددًا.',
}
