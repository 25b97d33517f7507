import type { AccountApi } from '../net/account-api.ts'

const PAGES = ['/rooms', '/account']

/** Where somebody goes who is logged in: the page that asked for it, or the dashboard. Never another site. */
export function wayOn(search = location.search): string {
  const asked = new URLSearchParams(search).get('to') ?? ''
  return PAGES.includes(asked) ? asked : '/rooms'
}

/** Where somebody logs in who then comes back to this page. Replaced: going back must not lead here again. */
export function logInFirst(): void {
  location.replace(`/login?to=${location.pathname.replace(/\/$/, '')}`)
}

/**
 * Whoever is logged in already has nothing to do on a page that lets in.
 * @param still whether that is so when the answer comes: who has just signed up must see the recovery codes
 */
export async function goOnIfLoggedIn(api: AccountApi, still: () => boolean): Promise<void> {
  const { value } = await api.account()
  if (value && still()) location.replace(wayOn())
}
