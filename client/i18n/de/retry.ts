import type { retryTexts as English } from '../en/retry.ts'
import { formatDuration } from '../index.ts'

/** The texts of what is tried again by itself, in German. */
export const retryTexts: typeof English = {
  again: (seconds: number) => `In ${formatDuration(seconds)} wird es von selbst noch einmal versucht.`,
  trying: 'Neuer Versuch …',
  now: 'Jetzt versuchen',
}
