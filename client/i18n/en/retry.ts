import { formatDuration } from '../index.ts'

/** The texts of what is tried again by itself, in English. */
export const retryTexts = {
  again: (seconds: number) => `It is tried again by itself in ${formatDuration(seconds)}.`,
  trying: 'Trying…',
  now: 'Try now',
}
