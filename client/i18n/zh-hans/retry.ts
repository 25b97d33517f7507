import type { retryTexts as English } from '../en/retry.ts'
import { formatDuration } from '../index.ts'

/** The texts of what is tried again by itself, in simplified Chinese. */
export const retryTexts: typeof English = {
  again: (seconds) => `${formatDuration(seconds)}后自动重试。`,
  trying: '正在重试…',
  now: '立即重试',
}
