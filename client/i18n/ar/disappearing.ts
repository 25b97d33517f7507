import { countPeople } from '../arabic-counts.ts'
import type { disappearingTexts as English } from '../en/disappearing.ts'
import { formatDuration, formatNumber } from '../index.ts'
import { formatRoughDuration } from '../rough-duration.ts'

const FAILURES: Partial<Record<string, string>> = {
  'message-not-found': 'لم تعد موجودة: انتهى وقتها.',
  'not-allowed': 'قرأها بالفعل أكبر عدد مسموح به.',
  'slow-down': 'كان هذا كثيرًا دفعة واحدة. انتظر ثم حاول مجددًا.',
  unreachable: 'تعذّر الوصول إلى الغرفة. حاول مجددًا.',
}

/** The texts of messages that disappear and of those that are read once, in Arabic. */
export const disappearingTexts: typeof English = {
  after: 'تختفي بعد',
  never: 'أبدًا',
  once: 'تُقرأ مرة واحدة',
  notOnce: 'لا',
  staysHint: 'لكل رسالة ترسلها، حتى تلغي ذلك فوق المربع.',
  onceHint:
    'للرسالة التالية فقط: تبقى مخفية حتى يكشفها أحدهم، وتزول بعد ذلك بهذه المدة. خلال ساعة تزول لدى الجميع.',
  honest: 'من يقرأها يمكنه نسخها.',
  tooMany: (most) => `القراءة لمرة واحدة متاحة في غرف لا يتجاوز من فيها ${countPeople(most)}.`,
  noFiles: 'لا يمكن أن تُقرأ الملفات مرة واحدة. أرسل ما بجانب المربع أو أزله أولًا.',
  filesOnce: 'لا يمكن أن تُقرأ الملفات مرة واحدة. ألغِ «تُقرأ مرة واحدة» أولًا.',
  choose: 'استخدام هذا',
  cancel: 'إلغاء',
  duration: formatDuration,
  chosen: {
    expires: (seconds) => `تختفي بعد ${formatDuration(seconds)}`,
    burn: (seconds) => `تُقرأ مرة واحدة، لمدة ${formatDuration(seconds)}`,
  },
  remove: { expires: 'لا تجعلها تختفي', burn: 'لا تجعلها تُقرأ مرة واحدة' },
  sentOnce: (person) => ['رسالة تُقرأ مرة واحدة من ', person, '.'],
  wasRead: (person) => ['رسالة من ', person, ' قرأتها. لم تعد هنا.'],
  shownFor: (seconds) => `بعد كشفها تراها لمدة ${formatDuration(seconds)}.`,
  reveal: 'كشف',
  sayFailure: (code) => FAILURES[code] ?? 'لم ينجح ذلك. حاول مجددًا.',
  goneIn: (seconds) => `تزول بعد ${formatRoughDuration(seconds)}`,
  readBy: (read, of) =>
    of === 0
      ? 'تُقرأ مرة واحدة. لم يكن هنا أحد سواك.'
      : `تُقرأ مرة واحدة: قرأها ${formatNumber(read)} من ${formatNumber(of)}.`,
  disappearsIn: (seconds) => `تختفي بعد ${formatRoughDuration(seconds)}`,
}
