import { formatDuration } from '../index.ts'

/** What is said where something is tried again by itself, in English. */
export const retryTexts = {
  again: (seconds: number) => `It is tried again by itself in ${formatDuration(seconds)}.`,
  trying: 'Trying…',
  now: 'Try now',
}
