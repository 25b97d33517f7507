/** Milliseconds after which a page that is still there is not going to be loaded again: somebody was asked, and stays. */
const RELOADED_WITHIN = 2_000

/**
 * Loads the page again. The browser asks only about what would be lost (`before-unload-guard.ts`).
 * @param onStay is called if somebody was asked, and stays
 */
export function reloadPage(onStay: () => void): void {
  const { dataset } = document.documentElement
  dataset.reloading = ''
  location.reload()
  setTimeout(() => {
    delete dataset.reloading
    onStay()
  }, RELOADED_WITHIN)
}
