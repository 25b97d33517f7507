import { Hono } from 'hono'
import type { AppEnv } from '../env.ts'
import { refuseRequest } from '../http/refuse.ts'

/**
 * The description of this API. It is a file that the build makes (`scripts/openapi/`), and comes through the Worker like
 * every answer below `/api/`: with its headers, and with 405 to another method.
 */
export const description = new Hono<AppEnv>().get('/', async (c) => {
  const file = await c.env.ASSETS.fetch(new URL('/api/openapi.json', c.req.url))
  if (!file.ok) return refuseRequest(c, { code: 'not-found' })
  return new Response(file.body as BodyInit | null, { headers: { 'Content-Type': 'application/json' } })
})
