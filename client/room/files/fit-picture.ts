/** CSS pixels of the longer side of a picture among the messages. */
const LONGEST = 320

/** How much longer than wide the frame of a picture may be, or wider than long: a hostile one would be a line. */
const RATIO_MAX = 4

/**
 * Returns the size in which a picture stands among the messages, in CSS pixels.
 * @param width pixels, as its message says; it need not be true
 */
export function fitPicture(width: number, height: number): { width: number; height: number } {
  const ratio = Math.min(RATIO_MAX, Math.max(1 / RATIO_MAX, width / height))
  // A small one is not made larger than it is, and can still be hit with a finger.
  const longest = Math.min(LONGEST, Math.max(width, height, 96))
  const shown =
    ratio >= 1 ? { width: longest, height: longest / ratio } : { width: longest * ratio, height: longest }
  return { width: Math.round(shown.width), height: Math.round(shown.height) }
}
