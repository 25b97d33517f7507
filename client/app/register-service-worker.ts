/**
 * Registers the service worker of this page's language: it shows a page that says so where there is no network, and takes what
 * is shared to the installed app. Where a browser allows none, as in some private windows, nothing is missing. A room in a frame
 * of another site has none: to the browser it is that site's.
 */
export function registerServiceWorker(): void {
  if (parent === window)
    navigator.serviceWorker?.register(`/service-worker.${document.documentElement.lang}.js`).catch(() => {})
}
