import type { retryTexts as English } from '../en/retry.ts'
import { formatDuration } from '../index.ts'

/** The texts of what is tried again by itself, in Spanish. */
export const retryTexts: typeof English = {
  again: (seconds) => `Se intenta de nuevo por sí solo en ${formatDuration(seconds)}.`,
  trying: 'Intentando…',
  now: 'Intentar ahora',
}
