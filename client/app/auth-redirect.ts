import type { AccountApi } from '../net/account-api.ts'

/** Pages that one comes back to. */
const PAGES = ['/rooms', '/account']
const ROOM = /^\/room\/[\w-]{21}$/

type Place = Pick<Location, 'pathname' | 'hash'>

/** Where somebody goes who is logged in: the page that asked for it, or the dashboard. Never another site. */
export function wayOn({ search, hash }: Pick<Location, 'search' | 'hash'> = location): string {
  const asked = new URLSearchParams(search).get('to') ?? ''
  // The key of a room's link stays behind the `#` all the way, where no server sees it.
  if (ROOM.test(asked)) return asked + hash
  return PAGES.includes(asked) ? asked : '/rooms'
}

/** Where somebody logs in who then comes back to this page. */
export function logInAddress({ pathname, hash }: Place = location): string {
  const here = pathname.replace(/\/$/, '')
  return `/login?to=${here}${ROOM.test(here) ? hash : ''}`
}

/** Goes there. Replaced: going back must not lead here again. */
export function logInFirst(): void {
  location.replace(logInAddress())
}

/**
 * Whoever is logged in already has nothing to do on a page that lets in.
 * @param still whether that is so when the answer comes: who has just signed up must see the recovery codes
 */
export async function goOnIfLoggedIn(api: AccountApi, still: () => boolean): Promise<void> {
  const { value } = await api.fetchAccount()
  if (value && still()) location.replace(wayOn())
}
