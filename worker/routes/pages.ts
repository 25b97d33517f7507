import { type Context, Hono } from 'hono'
import { languagePath } from '../../protocol/languages.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import { RoomId } from '../../protocol/room.ts'
import { SHARE_ADDRESS } from '../../protocol/share-address.ts'
import type { AppEnv } from '../env.ts'
import { readCredentials } from '../http/credentials.ts'
import { integrityPolicyFor } from '../http/integrity-policy.ts'
import { announceLanguage, pickLanguage } from '../http/page-language.ts'
import { readClaims, recordAnswer } from '../http/require-room.ts'
import { checkStranger, isKnownGone } from '../http/stranger-limit.ts'
import { roomStub } from '../stubs/room.ts'
import { PAGE_ADDRESSES } from './page-addresses.ts'

const NOT_FOR_ROBOTS = 'noindex, nofollow, noarchive'

/**
 * The documents: of the lobby, about privacy, of a room, and of all other pages. They differ in what can be read there before any
 * script runs, and in which scripts they have loaded first.
 */
type DocumentName = '' | 'privacy' | 'documents/room' | 'documents/page'

/** Serves a document in the reader's language. */
async function servePage(c: Context<AppEnv>, status: 200 | 404 | 429, name: DocumentName): Promise<Response> {
  const headers = new Headers(c.req.raw.headers)
  // Other addresses have the same document, but a cache must not take one address's answer for another's.
  const isOwnAddress = status === 200 && (OWN_ADDRESSES[name] ?? []).includes(c.req.path)
  if (!isOwnAddress) {
    headers.delete('if-none-match')
    headers.delete('if-modified-since')
  }
  const language = pickLanguage(c)
  const address = languagePath(language) + name
  const asset = await c.env.ASSETS.fetch(new URL(address, c.req.url), { headers })
  const response = new Response(asset.body as BodyInit | null, {
    status: asset.status === 304 ? 304 : status,
    headers: new Headers(asset.headers),
  })
  if (!isOwnAddress) response.headers.delete('etag')
  announceLanguage(c, response.headers, language)
  const integrityPolicy = integrityPolicyFor(c.req.header('user-agent'))
  if (integrityPolicy) response.headers.set('Integrity-Policy', integrityPolicy)
  response.headers.append('Vary', 'User-Agent')
  return response
}

/** Where a document is at home, by its name: a browser keeps it there, and asks whether it is still the same. */
const OWN_ADDRESSES: Partial<Record<DocumentName, readonly string[]>> = {
  '': ['/'],
  privacy: ['/privacy', '/privacy/'],
}

/** The address of a room's page, also with a slash at its end. */
const ROOM_PAGE = /^\/room\/([^/]+)\/?$/

/** The same followed by what stood behind it in a sentence: a full stop, a bracket, a quotation mark. */
const IN_A_SENTENCE = /^\/room\/([A-Za-z0-9_-]{21})[\p{P}\p{S}\s]+$/u

/**
 * The same with the link key in the path, because a program wrote `%23` for the `#`. Such a key is no secret any more. Only
 * the page reads it, and corrects the address; the server never puts it into another one.
 */
const PAGE_WITH_KEY = /^\/room\/[A-Za-z0-9_-]{21}\/?%(?:25)*23/i

/**
 * The pages. A room's page is for those who may come in. Looking takes no seat: the page itself joins once it runs, so that
 * the preview of an invite link takes none. Whoever is sent to the lobby finds the way back there: browsers keep what
 * follows the `#` where a redirect does not replace it.
 */
export const pages = new Hono<AppEnv>()
  .on('GET', '/', (c) => servePage(c, 200, ''))
  .on('GET', ['/privacy', '/privacy/'], (c) => servePage(c, 200, 'privacy'))
  // As the platform answers for a file.
  .all('/', refuseMethod)
  .all('/privacy', refuseMethod)
  .on('GET', [...PAGE_ADDRESSES, ...PAGE_ADDRESSES.map((path) => `${path}/`)], (c) =>
    servePage(c, 200, 'documents/page'),
  )
  // Only where no service worker took it on the device. Nothing of it is read here.
  .post(SHARE_ADDRESS, (c) => redirectTo(c, '/?error=not-shared'))
  .get('/room/*', async (c) => {
    const { pathname } = new URL(c.req.url)
    const [, id] = ROOM_PAGE.exec(pathname) ?? []
    // No room is asked here: the page joins like any other, and shows a refusal itself.
    if (PAGE_WITH_KEY.test(pathname)) return serveRoomPage(c)
    if (id === undefined) return c.notFound()
    const roomId = RoomId.safeParse(id)
    if (!roomId.success) {
      const [, meant] = IN_A_SENTENCE.exec(decodePath(pathname)) ?? []
      return meant ? redirectTo(c, `/room/${meant}`) : redirectTo(c, '/?error=room-not-found')
    }
    if (isKnownGone(roomId.data)) return redirectTo(c, `/?error=room-not-found&room=${roomId.data}`)
    const limited = checkStranger(c, readClaims(c, roomId.data))
    // The page tries again by itself, and wakes no object.
    if (!limited.ok) return serveRoomPage(c, limited.refusal)
    const entry = await roomStub(c.env, roomId.data).checkPageEntry(await readCredentials(c))
    await recordAnswer(c, roomId.data, entry.refusal?.code)
    if (entry.ok) return serveRoomPage(c)
    return redirectTo(c, `/?error=${entry.refusal.code}&room=${roomId.data}`)
  })

/** Answers a document's own address, where a method is used that no document knows. */
function refuseMethod(c: Context<AppEnv>): Response {
  return c.body(null, 405, { Allow: 'GET, HEAD' })
}

/** Redirects to another address, for this request only. */
function redirectTo(c: Context<AppEnv>, address: string): Response {
  c.header('X-Robots-Tag', NOT_FOR_ROBOTS)
  c.header('Cache-Control', 'no-store')
  return c.redirect(address, 303)
}

/** Decodes the percent signs of a path, where that is possible. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * Serves a room's page, for no index and no cache: a browser that goes back to a room that is gone must ask again.
 * @param limitedBy the rate limit's refusal, where this address is limited
 */
export async function serveRoomPage(c: Context<AppEnv>, limitedBy?: Refusal): Promise<Response> {
  const response = await servePage(c, limitedBy ? 429 : 200, 'documents/room')
  if (limitedBy && 'retryAfter' in limitedBy)
    response.headers.set('Retry-After', String(limitedBy.retryAfter))
  response.headers.set('X-Robots-Tag', NOT_FOR_ROBOTS)
  response.headers.set('Cache-Control', 'no-store')
  return response
}

/** Answers for an address that is no page: with a page where a browser asks for one, in two words elsewhere. */
export async function serveUnknownPage(c: Context<AppEnv>): Promise<Response> {
  const wantsPage = c.req.header('accept')?.includes('text/html') && !c.req.path.startsWith('/assets/')
  // That of a room, because WEBCAT knows one document for all addresses that are not listed (docs/decisions/0042).
  return wantsPage ? servePage(c, 404, 'documents/room') : c.text('Not found', 404)
}
