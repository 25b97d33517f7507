import { type Context, Hono } from 'hono'
import { RoomId } from '../../protocol/room.ts'
import type { AppEnv } from '../env.ts'
import { readCredentials } from '../http/credentials.ts'
import { readClaims, recordAnswer } from '../http/require-room.ts'
import { checkStranger, isKnownGone, type RateLimited } from '../http/stranger-limit.ts'
import { roomStub } from '../stubs/room.ts'

/** The pages besides the lobby, a room's and the one about privacy, each also with a slash behind it. */
const PAGES = ['/login', '/signup', '/recover', '/rooms', '/account']

const NOT_FOR_ROBOTS = 'noindex, nofollow, noarchive'

/** A document of the page: its one at `/`, or the one about privacy, which reads without JavaScript. */
async function servePage(
  c: Context<AppEnv>,
  status: 200 | 404 | 429,
  address: '/' | '/privacy' = '/',
): Promise<Response> {
  const headers = new Headers(c.req.raw.headers)
  // The document is the same at every address, but an answer must not be taken for another address's.
  headers.delete('if-none-match')
  headers.delete('if-modified-since')
  const asset = await c.env.ASSETS.fetch(new URL(address, c.req.url), { headers })
  const response = new Response(asset.body as BodyInit | null, {
    status,
    headers: new Headers(asset.headers),
  })
  response.headers.delete('etag')
  return response
}

/** The address of a room's page: also with a slash at its end. */
const ROOM_PAGE = /^\/room\/([^/]+)\/?$/

/** The same with what stood behind it in a sentence: a full stop, a bracket, a quotation mark. */
const IN_A_SENTENCE = /^\/room\/([A-Za-z0-9_-]{21})[\p{P}\p{S}\s]+$/u

/**
 * The same with the key of its link in it, because something wrote `%23` for the `#`. Such a key is no secret of the
 * link's any more; it is read by the page alone, which puts the address right, and never goes into another one from here.
 */
const PAGE_WITH_KEY = /^\/room\/[A-Za-z0-9_-]{21}\/?%(?:25)*23/i

/**
 * The gatekeeper: a room's page is for those who may come in. Looking takes no seat; the page itself joins once it
 * runs, so that a link preview uses none up. Who is sent to the lobby finds the way back there: browsers keep what is
 * behind the `#` where a redirect says nothing of it.
 */
export const pages = new Hono<AppEnv>()
  .on('GET', ['/privacy', '/privacy/'], (c) => servePage(c, 200, '/privacy'))
  .on('GET', [...PAGES, ...PAGES.map((path) => `${path}/`)], (c) => servePage(c, 200))
  .get('/room/*', async (c) => {
    const { pathname } = new URL(c.req.url)
    const [, id] = ROOM_PAGE.exec(pathname) ?? []
    // No room is asked here: the page joins as any other, and says itself what it is refused.
    if (PAGE_WITH_KEY.test(pathname)) return serveRoomPage(c)
    if (id === undefined) return c.notFound()
    const roomId = RoomId.safeParse(id)
    if (!roomId.success) {
      const [, meant] = IN_A_SENTENCE.exec(decodePath(pathname)) ?? []
      return meant ? redirectTo(c, `/room/${meant}`) : redirectTo(c, '/?error=room-not-found')
    }
    if (isKnownGone(roomId.data)) return redirectTo(c, `/?error=room-not-found&room=${roomId.data}`)
    const limited = checkStranger(c, readClaims(c, roomId.data))
    // The page asks again by itself, and costs no object.
    if (limited) return serveRoomPage(c, limited)
    const { refusal } = await roomStub(c.env, roomId.data).checkPageEntry(await readCredentials(c))
    await recordAnswer(c, roomId.data, refusal?.code)
    return refusal ? redirectTo(c, `/?error=${refusal.code}&room=${roomId.data}`) : serveRoomPage(c)
  })

/** Sends elsewhere, for this once. */
function redirectTo(c: Context<AppEnv>, address: string): Response {
  c.header('X-Robots-Tag', NOT_FOR_ROBOTS)
  c.header('Cache-Control', 'no-store')
  return c.redirect(address, 303)
}

/** A path with its percent signs read, where they can be. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The page of a room: in no index and in no cache. Going back to a room that is gone must ask again, and find nothing. */
async function serveRoomPage(c: Context<AppEnv>, limited?: RateLimited): Promise<Response> {
  const response = await servePage(c, limited ? 429 : 200)
  if (limited) response.headers.set('Retry-After', String(limited.retryAfter))
  response.headers.set('X-Robots-Tag', NOT_FOR_ROBOTS)
  response.headers.set('Cache-Control', 'no-store')
  return response
}

/** An address that is no page: told so on a page of ours where a browser asks, in a word elsewhere. */
export async function serveUnknownPage(c: Context<AppEnv>): Promise<Response> {
  const wantsPage = c.req.header('accept')?.includes('text/html') && !c.req.path.startsWith('/assets/')
  return wantsPage ? servePage(c, 404) : c.text('Not found', 404)
}
