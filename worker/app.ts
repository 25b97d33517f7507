import { Hono } from 'hono'
import type { AppEnv } from './env.ts'
import { allowEmbedding } from './http/allow-embedding.ts'
import { invalidRequest } from './http/body.ts'
import { countRefusals } from './http/count-refusals.ts'
import { readEmbedOrigins } from './http/embed-origins.ts'
import { setSecurityHeaders } from './http/headers.ts'
import { findMethods } from './http/methods.ts'
import { isForeignOrigin, requireOwnOrigin } from './http/origin.ts'
import { refuseRequest, refuseSetting } from './http/refuse.ts'
import { logFromObject } from './log-from-object.ts'
import { accountRooms } from './routes/account-rooms.ts'
import { account, accounts, session } from './routes/accounts.ts'
import { description } from './routes/description.ts'
import { embed, findEmbeddedCall } from './routes/embed.ts'
import { epochs } from './routes/epochs.ts'
import { events } from './routes/events.ts'
import { files } from './routes/files.ts'
import { messages } from './routes/messages.ts'
import { pages, serveUnknownPage } from './routes/pages.ts'
import { isQueryFormOnly, mayBeQueryForm, QUERY_FORM_ROUTES, rewriteQueryForm } from './routes/query-form.ts'
import { reactions } from './routes/reactions.ts'
import { realtime } from './routes/realtime.ts'
import { rooms } from './routes/rooms.ts'
import { SettingError } from './setting-error.ts'
import { checkPlacement } from './stubs/namespaces.ts'

const api = new Hono<AppEnv>()
  .get('/health', (c) => c.json({ ok: true as const }, 200))
  .route('/openapi.json', description)
  .route('/rooms', rooms)
  .route('/rooms', messages)
  .route('/rooms', reactions)
  .route('/rooms', files)
  .route('/rooms', realtime)
  .route('/rooms', events)
  .route('/rooms', epochs)
  .route('/accounts', accounts)
  .route('/session', session)
  .route('/account', account)
  .route('/account', accountRooms)

/** The type that the typed HTTP client is made of. */
export type App = typeof routes

const routes = new Hono<AppEnv>().route('/api', api)

/** All that the Worker answers: pages, the API, and what it refuses before either. */
export const app: Hono<AppEnv> = new Hono<AppEnv>()
  .on('GET', ['/embed/', '/embed/room/*'], allowEmbedding)
  .use(setSecurityHeaders)
  .use((c, next) => {
    checkPlacement(c.env)
    return next()
  })
  .use('/api/*', countRefusals)
  .use('/api/*', requireOwnOrigin)
  .use('/api/*', async (c, next) => {
    if (!mayBeQueryForm(c.req.path)) return next()
    const url = rewriteQueryForm(c.req.method, new URL(c.req.url))
    if (url === null && isQueryFormOnly(c.req.path)) return c.notFound()
    if (url === null) return next()
    if (url === 'missing-room')
      return refuseRequest(c, invalidRequest('roomId', 'Name the room in the query, as roomId.'))
    return app.fetch(new Request(url, c.req.raw), c.env, c.executionCtx)
  })
  .all('/embed/api/*', (c) => {
    const url = readEmbedOrigins(c).length > 0 ? findEmbeddedCall(c.req.url) : null
    if (url === null) return refuseRequest(c, { code: 'not-found' })
    // Also where nothing is changed: browsers send these cookies with what the site around the frame asks for.
    if (isForeignOrigin(c)) return refuseRequest(c, { code: 'wrong-origin' })
    return app.fetch(new Request(url, c.req.raw), { ...c.env, IS_EMBEDDED: true }, c.executionCtx)
  })
  .route('/', routes)
  .route('/', pages)
  .route('/', embed)

app.notFound((c) => {
  if (!c.req.path.startsWith('/api/')) return serveUnknownPage(c)
  const allow = findMethods([...app.routes, ...QUERY_FORM_ROUTES], c.req.path)
  return refuseRequest(c, allow.length > 0 ? { code: 'method-not-allowed', allow } : { code: 'not-found' })
})

app.onError((error, c) => {
  if (error instanceof SettingError) return refuseSetting(c, error)
  // The platform throws this error where an object has more to do than it can take.
  if ('overloaded' in error && error.overloaded) {
    logFromObject(c, 'object-overloaded', error)
    return refuseRequest(c, { code: 'busy', retryAfter: 1 })
  }
  return refuseRequest(c, { code: 'internal', incident: logFromObject(c, 'request-failed', error) })
})
