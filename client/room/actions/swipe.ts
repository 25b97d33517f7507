import { readingDirection } from '../../browser/reading-direction.ts'

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
 * Returns how far a message follows a finger, in pixels; 0 where this is no swipe: it goes up or down, or back.
 * @param reading 1 where one reads to the right, which is forward then; -1 where one reads to the left
 */
export function measureSwipe(from: Point, to: Point, reading: 1 | -1): number {
  const forward = reading * (to.clientX - from.clientX)
  const isAcross = forward > SWIPE.begin && forward > 2 * Math.abs(to.clientY - from.clientY)
  return isAcross ? Math.min(forward, SWIPE.most) : 0
}

/** Follows a finger that has touched a message: a swipe forward, in the direction of reading, does something. */
export function followFinger(message: HTMLElement, down: PointerEvent, onSwipe: () => void): void {
  // Long lines of code are scrolled by the same movement.
  if (down.target instanceof Element && down.target.closest('pre')) return
  const reading = readingDirection()
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
    moved = measureSwipe(down, event, reading)
    if (!isStill) message.style.translate = moved > 0 ? `${reading * moved}px` : ''
  })
  follow('pointerup', () => {
    end()
    if (moved >= SWIPE.enough) onSwipe()
  })
  follow('pointercancel', end)
}
