import { timeLeft } from '../../i18n/time-left.ts'

/** What was recorded, and goes the way of a file. */
export interface Recording {
  file: File
  /** Milliseconds. */
  duration: number
  /** How loud it is, as an envelope has it. */
  wave: string
}

/**
 * Milliseconds of a recording at most: 15 minutes. At `RECORDING_BITS` they take some 4 MB, and fit the 25 MB of a file also where
 * a browser takes six times what it is asked for.
 */
export const RECORDING_MAX = 900_000

/** Milliseconds of a recording at least: below there is no word in it, and somebody pressed by mistake. */
export const RECORDING_MIN = 500

/** Bits a second: with Opus, speech sounds as at a telephone of today. */
export const RECORDING_BITS = 32_000

/** The length of a recording as `m:ss`, of whole seconds that have passed. @param ms milliseconds */
export function formatLength(ms: number): string {
  return timeLeft(Math.floor(ms / 1_000) * 1_000)
}
