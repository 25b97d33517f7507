/** The kinds of recordings that are played: those that browsers record. */
export type RecordingType = 'audio/mp4' | 'audio/webm' | 'audio/ogg'

/** Octets of the beginning of a file that tell whether it is a recording. */
export const RECORDING_SNIFFED = 12

/**
 * Tells a recording by its octets: neither its name nor what its sender says of it counts. What is in it may still be none that can
 * be played; by none of these types a browser opens it as a page.
 * @param octets the beginning of a file
 * @returns null for anything else
 */
export function sniffRecording(octets: Uint8Array): RecordingType | null {
  const text = (from: number, to: number) => String.fromCharCode(...octets.subarray(from, to))
  if (text(0, 4) === '\x1aE\xdf\xa3') return 'audio/webm'
  if (text(0, 4) === 'OggS') return 'audio/ogg'
  return text(4, 8) === 'ftyp' ? 'audio/mp4' : null
}
