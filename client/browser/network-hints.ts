import type { Hint } from '../net/connection-options.ts'

/** Passes on what the page learns of its surroundings; gives what ends that. */
export function listenForHints(tell: (hint: Hint) => void): () => void {
  const ending = new AbortController()
  const { signal } = ending
  window.addEventListener('online', () => tell('online'), { signal })
  window.addEventListener('offline', () => tell('offline'), { signal })
  window.addEventListener('focus', () => tell('focus'), { signal })
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') tell('visible')
    },
    { signal },
  )
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      // The first showing of a page is no return: only one out of the back-forward cache is.
      if (persisted) tell('pageshow')
    },
    { signal },
  )
  return () => ending.abort()
}
