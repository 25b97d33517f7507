import type { AccountApi } from '../net/account-api.ts'

/** Pages that somebody comes back to after logging in, beside rooms. */
const PAGES = ['/rooms', '/account']
const ROOM = /^\/room\/[\w-]{21}$/

type Place = Pick<Location, 'pathname' | 'hash'>

/** Returns where a person goes who has logged in: the page that asked for it, or the dashboard; never another site. */
export function returnAddress({ search, hash }: Pick<Location, 'search' | 'hash'> = location): string {
  const asked = new URLSearchParams(search).get('to') ?? ''
  // The link key stays after the `#` all the way, where no server sees it.
  if (ROOM.test(asked)) return asked + hash
  return PAGES.includes(asked) ? asked : '/rooms'
}

/** Returns the address of the log-in page that leads back to this page. */
export function logInAddress({ pathname, hash }: Place = location): string {
  const here = pathname.replace(/\/$/, '')
  return `/login?to=${here}${ROOM.test(here) ? hash : ''}`
}

/** Goes to the log-in page. This page is replaced: the Back button must not lead here again. */
export function redirectToLogIn(): void {
  location.replace(logInAddress())
}

/**
 * Leaves a page that lets people in, for a person who is logged in already.
 * @param isStillWanted whether to leave when the answer comes: a person who has just signed up must see the recovery codes
 */
export async function redirectIfLoggedIn(api: AccountApi, isStillWanted: () => boolean): Promise<void> {
  const { value } = await api.fetchAccount()
  if (value && isStillWanted()) location.replace(returnAddress())
}
