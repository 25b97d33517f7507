/** Shapes within a square of 16, each filled; a sign as small as a letter tells no more of them apart. */
export const MARK_SHAPES = [
  // A disc, a square, a triangle, a diamond, a cross and a ring.
  'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z',
  'M2 2h12v12H2z',
  'M8 1l7.5 14H.5z',
  'M8 0l8 8-8 8-8-8z',
  'M5.5 1h5v4.5H15v5h-4.5V15h-5v-4.5H1v-5h4.5z',
  'M8 .5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zm0 4a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z',
] as const

/** Colours of `participant-mark.css`. */
export const MARK_COLOURS = 8

/** How a participant's mark looks. */
export interface Mark {
  /** Index of a shape. */
  shape: number
  /** Index of a colour. */
  colour: number
}

/**
 * Chooses the mark of a participant: the same on every page, as it follows from the id. It helps the eye and proves nothing:
 * there are 48, so others have the same, and whoever wants a certain one makes pairs until they have it.
 */
export function chooseMark(participantId: string): Mark {
  // FNV-1a, 32 bits: ids of rooms of any version are spread evenly.
  let hash = 0x811c9dc5
  for (const sign of participantId) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193)
  const number = (hash ^ (hash >>> 15)) >>> 0
  return {
    shape: number % MARK_SHAPES.length,
    colour: Math.floor(number / MARK_SHAPES.length) % MARK_COLOURS,
  }
}
