import { fromBase64Url, toBase64Url } from '../../crypto/base64url.ts'

/** Bars of a wave: as many as can be told apart beside a button on a phone. */
export const WAVE_BARS = 48

/** Decibels below the loudest there is: what is silence, and what is as loud as a voice gets. */
const DECIBELS = { silence: -60, loud: -10 } as const

/** How loud it was at a time of a recording. */
export interface Loudness {
  /** Milliseconds since its beginning. */
  at: number
  /** 0 to 1. */
  level: number
}

/** Returns how loud a stretch of sound is, 0 to 1, as ears tell it. @param samples -1 to 1 */
export function measureLevel(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length)
  const decibels = 10 * Math.log10(power)
  return clamp((decibels - DECIBELS.silence) / (DECIBELS.loud - DECIBELS.silence))
}

/**
 * Packs the wave of a recording for its envelope: an octet a bar, of the loudest in its stretch.
 * @param heard in the order of time
 * @param duration milliseconds
 */
export function packWave(heard: readonly Loudness[], duration: number): string {
  const bars = new Uint8Array(WAVE_BARS)
  for (const { at, level } of heard) {
    const bar = Math.min(WAVE_BARS - 1, Math.floor((at / Math.max(1, duration)) * WAVE_BARS))
    bars[bar] = Math.max(bars[bar] ?? 0, Math.round(clamp(level) * 255))
  }
  // A short recording has fewer measurements than bars.
  if (heard.length < WAVE_BARS) for (let bar = 1; bar < WAVE_BARS; bar += 1) bars[bar] ||= bars[bar - 1] ?? 0
  return toBase64Url(bars)
}

/**
 * Reads a wave that whoever has the room key may have made up.
 * @returns `WAVE_BARS` levels, 0 to 1; all 0 where it is none
 */
export function readWave(wave: string | undefined): number[] {
  const octets = fromBase64Url(wave ?? '') ?? new Uint8Array()
  return Array.from(
    { length: WAVE_BARS },
    (_, bar) => (octets[Math.floor((bar * octets.length) / WAVE_BARS)] ?? 0) / 255,
  )
}

function clamp(level: number): number {
  return Math.min(1, Math.max(0, level))
}
