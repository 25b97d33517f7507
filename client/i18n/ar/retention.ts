import type { Retention } from '../../room/retention.ts'
import type { retentionTexts as English } from '../en/retention.ts'
import { formatDuration, joinSentences } from '../index.ts'
import { formatKeptUntil } from '../kept-until.ts'

/** Says who can read it besides those in the room, and until when. */
const readers = ({ until, isReadable }: Retention) =>
  `يمكن للميسّر${isReadable ? '، ولمن يشغّل هذا الموقع أيضًا،' : ''} قراءة ما يُقال هنا حتى ${formatKeptUntil(until)}.`

/** The texts about a room that keeps what is said for its facilitator, in Arabic. */
export const retentionTexts: typeof English = {
  kept: readers,
  beforeJoining: (retention) =>
    joinSentences([
      readers(retention),
      retention.after === 0
        ? 'ثم تُغلق الغرفة ويُحذف كل ذلك.'
        : `أي بعد إغلاق الغرفة بهذه المدة: ${formatDuration(retention.after)}؛ وإن أُغلقت في وقت آخر تغيّر هذا أيضًا.`,
    ]),
  afterClosing: ({ until, isReadable }) =>
    `لا أحد يستطيع الكتابة فيها بعد الآن. يمكن لميسّرها${isReadable ? '، ولمن يشغّل هذا الموقع أيضًا،' : ''} قراءة ما قيل حتى ${formatKeptUntil(until)}. ثم يُحذف.`,
  changed: ({ until, isReadable }) =>
    `صار يمكن للميسّر${isReadable ? '، ولمن يشغّل هذا الموقع أيضًا،' : ''} قراءة ما يُقال هنا حتى ${formatKeptUntil(until)}.`,
  unkept: (closesAt) => `ما يُقال هنا يُحذف الآن عند إغلاق الغرفة: ${formatKeptUntil(closesAt)}.`,
}
