import type { retryTexts as English } from '../en/retry.ts'
import { formatDuration } from '../index.ts'

/** The texts of what is tried again by itself, in Japanese. */
export const retryTexts: typeof English = {
  again: (seconds: number) => `${formatDuration(seconds)}後に自動でもう一度試します。`,
  trying: '試しています…',
  now: '今すぐ試す',
}
