import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../env.ts'
import { refuseRequest } from './refuse.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What `Sec-Fetch-Site` says of a page of ours, and of a person who typed the address. */
const OWN_SITES = new Set(['same-origin', 'none'])

/**
 * A browser's `Origin` must be the app's own wherever something is changed or a socket is opened; a client that says
 * nothing of where it comes from is no browser, and brings no cookies that it was not given. Checked by hand: the
 * platform's socket upgrades are GETs, which the usual guards let through.
 */
export const requireOwnOrigin = createMiddleware<AppEnv>(async (c, next) => {
  const changes = !SAFE_METHODS.has(c.req.method) || c.req.header('upgrade') !== undefined
  if (changes && isForeignOrigin(c)) return refuseRequest(c, { code: 'wrong-origin' })
  await next()
})

/**
 * Whether a browser asks this for a page of another site, or of another host of ours. `Origin` says so exactly; where a browser
 * leaves it out, `Sec-Fetch-Site` does.
 */
export function isForeignOrigin(c: Context): boolean {
  const origin = c.req.header('origin')
  if (origin !== undefined) return origin !== new URL(c.req.url).origin
  return !OWN_SITES.has(c.req.header('sec-fetch-site') ?? 'none')
}
