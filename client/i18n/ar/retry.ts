import type { retryTexts as English } from '../en/retry.ts'
import { formatDuration } from '../index.ts'

/** The texts of what is tried again by itself, in Arabic. */
export const retryTexts: typeof English = {
  again: (seconds) => `ستُعاد المحاولة تلقائيًا بعد ${formatDuration(seconds)}.`,
  trying: 'جارٍ المحاولة…',
  now: 'المحاولة الآن',
}
