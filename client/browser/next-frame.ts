/** Milliseconds after which a page that isn't drawn, for it was hidden just now, goes on all the same. */
const UNDRAWN = 100

/** Runs something once when the page is next drawn; at once where nobody can see it. */
export function nextFrame(run: () => void): void {
  if (document.visibilityState === 'hidden') return run()
  const go = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    run()
  }
  const frame = requestAnimationFrame(go)
  const timer = setTimeout(go, UNDRAWN)
}
