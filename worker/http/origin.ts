import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../env.ts'
import { refuse } from './refuse.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A browser's `Origin` must be the app's own wherever something is changed or a socket is opened; a client without
 * one is no browser, and brings no cookies that it was not given. Checked by hand: the platform's socket upgrades
 * are GETs, which the usual guards let through.
 */
export const ownOrigin = createMiddleware<AppEnv>(async (c, next) => {
  const changes = !SAFE.has(c.req.method) || c.req.header('upgrade') !== undefined
  if (changes && isForeign(c)) return refuse(c, { code: 'wrong-origin' })
  await next()
})

/** Whether a browser asks this for a page of another site. */
export function isForeign(c: Context): boolean {
  const origin = c.req.header('origin')
  return origin !== undefined && origin !== new URL(c.req.url).origin
}
