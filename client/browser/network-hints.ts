import type { Hint } from '../net/connection-options.ts'

/** Reports what the page learns of the network and of its visibility. Returns a function that ends that. */
export function listenForHints(onHint: (hint: Hint) => void): () => void {
  const ending = new AbortController()
  const { signal } = ending
  window.addEventListener('online', () => onHint('online'), { signal })
  window.addEventListener('offline', () => onHint('offline'), { signal })
  window.addEventListener('focus', () => onHint('focus'), { signal })
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') onHint('visible')
    },
    { signal },
  )
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      // The first showing of a page is no return: only one out of the back-forward cache is.
      if (persisted) onHint('pageshow')
    },
    { signal },
  )
  return () => ending.abort()
}
