import { createEffect, onCleanup } from 'solid-js'

/**
 * Has the browser ask before the tab is closed as long as something is `unsent`. It listens no longer than that: a page
 * that listens all the time is kept from coming back at once in some browsers.
 * @param survivesReload whether all of it is still there once the page is loaded again: then `reloadPage` does that unasked
 */
export function createBeforeUnloadGuard(unsent: () => boolean, survivesReload = () => false): void {
  createEffect(() => {
    if (!unsent()) return
    const ask = (event: Event) => {
      if (!('reloading' in document.documentElement.dataset && survivesReload())) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    onCleanup(() => removeEventListener('beforeunload', ask))
  })
}
