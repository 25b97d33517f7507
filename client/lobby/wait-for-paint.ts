/** Milliseconds after which a page goes on that is not drawn, such as one in a tab that was left just now. */
const UNDRAWN = 300

/** Waits until the first words of the document were drawn, as far as the browser tells. */
export function waitForPaint(): Promise<void> {
  return new Promise((resolve) => {
    if (document.visibilityState === 'hidden') return resolve()
    setTimeout(resolve, UNDRAWN)
    const observer = new PerformanceObserver((paints) => {
      if (paints.getEntriesByName('first-contentful-paint').length > 0) resolve()
    })
    observer.observe({ type: 'paint', buffered: true })
  })
}
