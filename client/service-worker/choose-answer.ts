import { SHARE_ADDRESS } from '../../protocol/share-address.ts'

/** What the service worker looks at of a request. */
export type AskedFor = Pick<Request, 'method' | 'url' | 'mode' | 'destination'>

/** The app as it was built: what of it may be stored. */
export interface StoredApp {
  origin: string
  /** Paths of files whose name has their hash. */
  files: ReadonlySet<string>
}

/**
 * How a request is answered:
 * - `network`: as if there were no service worker;
 * - `cache`: a file of this build, stored when it is first loaded;
 * - `offline-page`: a page, from the network alone, and where that is away the page that says so;
 * - `share`: what a system shares to the app, which is taken here and goes no further.
 */
export type Answer = 'cache' | 'network' | 'share' | 'offline-page'

/** Addresses of pages that stand in a frame of another site, and of answers that are no pages. */
const NO_PAGES = /^\/(?:embed|api)\//

/** Chooses how a request is answered. Calls of the API, rooms in frames and files of other builds are none of the service worker's. */
export function chooseAnswer(
  { method, url, mode, destination }: AskedFor,
  { origin, files }: StoredApp,
): Answer {
  const asked = new URL(url)
  if (asked.origin !== origin) return 'network'
  const isPage = mode === 'navigate' && destination === 'document'
  if (isPage && method === 'POST' && asked.pathname === SHARE_ADDRESS) return 'share'
  if (method !== 'GET') return 'network'
  if (isPage) return NO_PAGES.test(asked.pathname) ? 'network' : 'offline-page'
  // With a query it would be another file to every cache on the way.
  return mode !== 'navigate' && asked.search === '' && files.has(asked.pathname) ? 'cache' : 'network'
}
