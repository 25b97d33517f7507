import type { speechLimitTexts as English } from '../en/speech-limit.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })

/** The texts about what keeps somebody from speaking, in Arabic. */
export const speechLimitTexts: typeof English = {
  muted: (until) =>
    until === null ? 'أنت مكتوم حتى يسمح لك المضيف بالكلام.' : `أنت مكتوم حتى ${formatTime(until)}.`,
  quiet: 'الغرفة هادئة: لا يتكلم إلا المضيفون.',
  slow: (seconds) => `رسالة واحدة كل ${formatDuration(seconds)}.`,
  over: 'يمكنك الكلام مجددًا.',
}
