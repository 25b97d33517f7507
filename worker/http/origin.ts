import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../env.ts'
import { refuseRequest } from './refuse.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Values of `Sec-Fetch-Site` for a page of this app, and for an address that somebody typed. */
const OWN_SITES = new Set(['same-origin', 'none'])

/**
 * Refuses requests from other sites where something is changed or a socket is opened. A request that names no site comes
 * from no browser, and such a client has no cookies except those that it sets itself. Hono's own guard does not fit: it lets
 * upgrades through, because they are GET requests.
 */
export const requireOwnOrigin = createMiddleware<AppEnv>(async (c, next) => {
  const isGuarded = !SAFE_METHODS.has(c.req.method) || c.req.header('upgrade') !== undefined
  if (isGuarded && isForeignOrigin(c)) return refuseRequest(c, { code: 'wrong-origin' })
  await next()
})

/**
 * Whether a browser sends this request for a page of another site, or of a sibling host. `Origin` names the site exactly;
 * where a browser leaves it out, `Sec-Fetch-Site` is enough.
 */
export function isForeignOrigin(c: Context): boolean {
  const origin = c.req.header('origin')
  if (origin !== undefined) return origin !== new URL(c.req.url).origin
  return !OWN_SITES.has(c.req.header('sec-fetch-site') ?? 'none')
}
