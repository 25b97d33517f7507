import type { speechLimitTexts as English } from '../en/speech-limit.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })

/** The texts about what keeps somebody from speaking, in simplified Chinese. */
export const speechLimitTexts: typeof English = {
  muted: (until) => (until === null ? '你已被禁言，直到主持人解除。' : `你已被禁言至 ${formatTime(until)}。`),
  quiet: '全员禁言中：只有主持人可以发言。',
  slow: (seconds) => `每${formatDuration(seconds)}可发一条消息。`,
  over: '你又可以发言了。',
}
