import type { retryTexts as English } from '../en/retry.ts'
import { formatDuration } from '../index.ts'

/** The texts of what is tried again by itself, in French. */
export const retryTexts: typeof English = {
  again: (seconds: number) => `Nouvel essai automatique dans ${formatDuration(seconds)}.`,
  trying: 'Nouvel essai…',
  now: 'Réessayer maintenant',
}
