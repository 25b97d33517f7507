import type { retryTexts as English } from '../en/retry.ts'
import { formatDuration } from '../index.ts'

/** The texts of what is tried again by itself, in Brazilian Portuguese. */
export const retryTexts: typeof English = {
  again: (seconds) => `Nova tentativa automática em ${formatDuration(seconds)}.`,
  trying: 'Tentando…',
  now: 'Tentar agora',
}
