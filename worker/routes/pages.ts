import { type Context, Hono } from 'hono'
import { RoomId } from '../../protocol/room.ts'
import type { AppEnv } from '../env.ts'
import { roomStub } from '../room/stub.ts'
import { asker } from './asker.ts'

/** The page's one document; `/` is its address among the assets. */
async function page(c: Context<AppEnv>, status: 200 | 404): Promise<Response> {
  const headers = new Headers(c.req.raw.headers)
  // The document is the same at every address, but an answer must not be taken for another address's.
  headers.delete('if-none-match')
  headers.delete('if-modified-since')
  const asset = await c.env.ASSETS.fetch(new URL('/', c.req.url), { headers })
  const response = new Response(asset.body as BodyInit | null, {
    status,
    headers: new Headers(asset.headers),
  })
  response.headers.delete('etag')
  return response
}

/**
 * The gatekeeper: a room's page is for those who may come in. Looking takes no seat; the page itself joins once it
 * runs, so that a link preview uses none up.
 */
export const pages = new Hono<AppEnv>()
  .on('GET', ['/privacy', '/login', '/signup', '/recover', '/rooms', '/account'], (c) => page(c, 200))
  .get('/room/:id', async (c) => {
    const roomId = RoomId.safeParse(c.req.param('id'))
    const refusal = roomId.success
      ? (await roomStub(c.env, roomId.data).gate(await asker(c))).refusal
      : ({ code: 'room-not-found' } as const)
    c.header('X-Robots-Tag', 'noindex, nofollow, noarchive')
    c.header('Cache-Control', 'no-store')
    if (refusal) return c.redirect(`/?error=${refusal.code}`, 303)
    const response = await page(c, 200)
    response.headers.set('X-Robots-Tag', 'noindex, nofollow, noarchive')
    // Going back to a room that is gone must ask again, and find nothing.
    response.headers.set('Cache-Control', 'no-store')
    return response
  })

/** An address that is no page: told so on a page of ours where a browser asks, in a word elsewhere. */
export async function unknownPage(c: Context<AppEnv>): Promise<Response> {
  const wantsPage = c.req.header('accept')?.includes('text/html') && !c.req.path.startsWith('/assets/')
  return wantsPage ? page(c, 404) : c.text('Not found', 404)
}
