import { onCleanup } from 'solid-js'

/**
 * Keeps `--page-height` at what can be seen of the page. Where a keyboard lies over the page instead of making it
 * smaller (iOS), the box one writes in would be under it.
 */
export function followPageHeight(): void {
  const seen = window.visualViewport
  if (!seen) return
  const measure = () => {
    // Zoomed in, what can be seen is a part of the page, and the page stays as it is.
    const covered = seen.scale === 1 && innerHeight - seen.height > 1
    document.documentElement.style.setProperty('--page-height', covered ? `${seen.height}px` : '')
    if (covered) scrollTo(0, 0)
  }
  seen.addEventListener('resize', measure)
  onCleanup(() => seen.removeEventListener('resize', measure))
}
