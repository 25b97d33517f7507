/**
 * Whether nobody looks at the page: it is hidden, or another window has the focus. In a frame of another site the focus may be
 * beside it, on the page that somebody looks at: there only what is hidden is away.
 */
export function isAway(): boolean {
  return document.visibilityState === 'hidden' || (parent === window && !document.hasFocus())
}

/** Calls `onLook` whenever that may have changed. @returns a function that ends this */
export function listenForLooks(onLook: () => void): () => void {
  const ending = new AbortController()
  const { signal } = ending
  document.addEventListener('visibilitychange', onLook, { signal })
  for (const event of ['focus', 'blur']) addEventListener(event, onLook, { signal })
  return () => ending.abort()
}
