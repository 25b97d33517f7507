import type { speechLimitTexts as English } from '../en/speech-limit.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })

/** The texts about what keeps somebody from speaking, in Japanese. */
export const speechLimitTexts: typeof English = {
  muted: (until: number | null) =>
    until === null
      ? 'ホストが解除するまでミュートされています。'
      : `${formatTime(until)}までミュートされています。`,
  quiet: '今、発言できるのはホストだけです。',
  slow: (seconds: number) => `書き込めるのは${formatDuration(seconds)}に1回です。`,
  over: 'また発言できます。',
}
