import { Hono } from 'hono'
import type { AppEnv } from '../env.ts'
import { readEmbedOrigins } from '../http/embed-origins.ts'
import { serveRoomPage } from './pages.ts'
import { isQueryFormOnly } from './query-form.ts'

/**
 * The pages that a named site may show in a frame: a room, and `/embed/`, where a frame stands once its room is over. No
 * room is asked: the page joins like any other, and says in the frame why there is no way in. A redirect to the lobby would
 * lead to a page that the browser refuses to show there.
 */
export const embed = new Hono<AppEnv>().on('GET', ['/embed/', '/embed/room/*'], (c) =>
  readEmbedOrigins(c).length > 0 ? serveRoomPage(c) : c.notFound(),
)

/** Calls of a page in a frame. They have addresses of their own, and with them cookies of their own. */
const CALL = /^\/embed(\/api\/rooms\/[^/]+(?:\/.*)?)$/

/**
 * Returns the address of the call that a page in a frame makes: those of a room, and none of accounts.
 * A frame makes no rooms.
 * @returns null where it is no such call
 */
export function findEmbeddedCall(address: string): URL | null {
  const url = new URL(address)
  const [, path] = CALL.exec(url.pathname) ?? []
  if (path === undefined || isQueryFormOnly(path)) return null
  url.pathname = path
  return url
}
