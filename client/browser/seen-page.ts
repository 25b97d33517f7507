/** What can be seen of the page, in CSS pixels as they are without zoom. */
export interface SeenPage {
  width: number
  height: number
  /** The most that was seen at this width. */
  tallest: number
  /** Whether a keyboard on the screen takes the rest. */
  hasKeyboard: boolean
}

/** CSS pixels that a keyboard takes at least. What browsers and systems put there besides takes less: bars up to 110, the strip above a tablet's own keyboard 70. */
const KEYBOARD_MIN = 120

/** What a browser says of the part of a page that is seen, and how high it takes its window for. */
export interface Measured {
  width: number
  height: number
  scale: number
  windowHeight: number
}

/**
 * Finds out what is seen of the page. A keyboard lies over the page (Safari), or makes the window smaller as well (Chrome, and other apps'
 * browsers): so what is seen is compared with what was, and not with the window.
 * @param before what was seen at the last look; undefined at the first
 */
export function measureSeenPage(
  { width, height, scale, windowHeight }: Measured,
  before: SeenPage | undefined,
): SeenPage {
  // Zoomed in by two fingers, a part of the page is seen, and the page stays as it is.
  const seen = { width: Math.round(width * scale), height: Math.round(height * scale) }
  const known = before?.width === seen.width ? before.tallest : windowHeight
  const tallest = Math.max(known, seen.height)
  return { ...seen, tallest, hasKeyboard: tallest - seen.height >= KEYBOARD_MIN }
}
