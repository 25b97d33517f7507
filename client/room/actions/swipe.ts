/** Pixels. */
export const SWIPE = {
  /** From which on it is a swipe, and no tap. */
  begin: 12,
  /** From which on letting go answers. */
  enough: 56,
  /** How far a message follows the finger. */
  most: 72,
} as const

/** Where a finger is, in pixels. */
interface Point {
  clientX: number
  clientY: number
}

/**
 * Returns how far a message follows a finger, in pixels to the right; 0 where this is no swipe: it goes up or down, or to the left.
 */
export function measureSwipe(from: Point, to: Point): number {
  const right = to.clientX - from.clientX
  const isAcross = right > SWIPE.begin && right > 2 * Math.abs(to.clientY - from.clientY)
  return isAcross ? Math.min(right, SWIPE.most) : 0
}

/** Follows a finger that has touched a message: a swipe to the right does something. */
export function followFinger(message: HTMLElement, down: PointerEvent, onSwipe: () => void): void {
  // Long lines of code are scrolled by the same movement.
  if (down.target instanceof Element && down.target.closest('pre')) return
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  const following = new AbortController()
  let moved = 0

  function end() {
    following.abort()
    message.style.translate = ''
  }

  const follow = (type: 'pointermove' | 'pointerup' | 'pointercancel', run: (event: PointerEvent) => void) =>
    message.addEventListener(type, (event) => event.pointerId === down.pointerId && run(event), following)

  follow('pointermove', (event) => {
    // A long press has begun to select text.
    if (getSelection()?.isCollapsed === false) return end()
    moved = measureSwipe(down, event)
    if (!isStill) message.style.translate = moved > 0 ? `${moved}px` : ''
  })
  follow('pointerup', () => {
    end()
    if (moved >= SWIPE.enough) onSwipe()
  })
  follow('pointercancel', end)
}
