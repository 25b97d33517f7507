/**
 * What voices are recorded as: the first that a browser can. Decision 34 says who records and who plays which.
 * - Opus in MP4: Chromium 126 and Safari 18.4 record it, and all browsers that the page is made for play it.
 * - MP4 with what the browser puts there: AAC, which older Safaris record.
 * - Opus in WebM: Firefox and older Chromiums. Safari can record it too, but what it makes was not always played.
 */
const RECORDING_TYPES = ['audio/mp4;codecs=opus', 'audio/mp4', 'audio/webm;codecs=opus'] as const

/**
 * Finds what a voice is recorded as.
 * @param isSupported whether the browser records a type
 * @returns undefined where it records none of these, and chooses by itself
 */
export function findRecordingType(isSupported: (type: string) => boolean): string | undefined {
  return RECORDING_TYPES.find((type) => isSupported(type))
}
