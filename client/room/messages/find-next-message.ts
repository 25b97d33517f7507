/** Where a part of the page begins and ends, in pixels from the top of the window. */
export interface Span {
  top: number
  bottom: number
}

/** Pixels of a message that may be out of sight without its being cut. */
const CUT = 4

const isSeen = (message: Span, view: Span) =>
  message.bottom - CUT > view.top && message.top + CUT < view.bottom

/**
 * Returns which message a key leads to. Who has scrolled away from the message that has the focus goes on from what is seen.
 * @param key the name of the key, such as `ArrowDown`
 * @param from the place of the message that has the focus
 * @param count how many messages there are, the oldest first
 * @param spanOf where the message of a place is now
 * @param view where messages are seen
 * @returns the place of a message; `scroll` where the one that has the focus goes on out of sight, in the way of the key; null
 * where the key leads nowhere
 */
export function findNextMessage(
  key: string,
  { from, count }: { from: number; count: number },
  spanOf: (place: number) => Span,
  view: Span,
): number | 'scroll' | null {
  if (key === 'Home') return count > 0 ? 0 : null
  if (key === 'End') return count > 0 ? count - 1 : null
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
  if (step === 0 || count === 0) return null
  const here = spanOf(from)
  if (!isSeen(here, view)) return findSeen(step, count, spanOf, view)
  const goesOn = step > 0 ? here.bottom - view.bottom > CUT : view.top - here.top > CUT
  if (goesOn) return 'scroll'
  const next = from + step
  return next >= 0 && next < count ? next : null
}

/** Finds the first message in sight, from the side that one goes from. */
function findSeen(step: number, count: number, spanOf: (place: number) => Span, view: Span): number | null {
  for (let place = step > 0 ? 0 : count - 1; place >= 0 && place < count; place += step)
    if (isSeen(spanOf(place), view)) return place
  return null
}
