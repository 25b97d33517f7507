import { createEffect, onCleanup } from 'solid-js'

/**
 * Has the browser ask before the tab is closed as long as something is `unsent`. It listens no longer than that: a page
 * that listens all the time is kept from coming back at once in some browsers.
 */
export function createBeforeUnloadGuard(unsent: () => boolean): void {
  createEffect(() => {
    if (!unsent()) return
    const ask = (event: Event) => event.preventDefault()
    addEventListener('beforeunload', ask)
    onCleanup(() => removeEventListener('beforeunload', ask))
  })
}
