import { commonWords } from './common.ts'

/** What is said where something is tried again by itself, in English. */
export const retryWords = {
  again: (seconds: number) => `It is tried again by itself in ${commonWords.duration(seconds)}.`,
  trying: 'Trying…',
  now: 'Try now',
}
