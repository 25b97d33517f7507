import { onCleanup } from 'solid-js'
import { measureSeenPage, type SeenPage } from './seen-page.ts'

/** How far from 1 the scale of a page is that nobody has zoomed: Safari rounds. */
const UNZOOMED = 0.01

/**
 * Keeps `--page-height` at what can be seen of the page, and the class `keyboard-open` while a keyboard on the screen takes the
 * rest: otherwise the box that one writes in could be under it.
 * @returns whether such a keyboard is open
 */
export function followPageHeight(): () => boolean {
  const viewport = window.visualViewport
  if (!viewport) return () => false
  const { style, classList } = document.documentElement
  let seen: SeenPage | undefined

  function measure({ width, height, scale, offsetTop }: VisualViewport) {
    seen = measureSeenPage({ width, height, scale, windowHeight: innerHeight }, seen)
    style.setProperty('--page-height', `${seen.height}px`)
    classList.toggle('keyboard-open', seen.hasKeyboard)
    // Safari moves the page up, to show a box that is in sight by now.
    if (Math.abs(scale - 1) < UNZOOMED && (scrollY > 0 || offsetTop > 0)) scrollTo(0, 0)
  }
  const remeasure = () => measure(viewport)
  remeasure()
  for (const what of ['resize', 'scroll']) viewport.addEventListener(what, remeasure)
  onCleanup(() => {
    for (const what of ['resize', 'scroll']) viewport.removeEventListener(what, remeasure)
    style.removeProperty('--page-height')
    classList.remove('keyboard-open')
  })
  return () => seen?.hasKeyboard ?? false
}
