import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../env.ts'
import { readEmbedOrigins } from './embed-origins.ts'
import { SECURITY_HEADERS } from './headers.ts'

/**
 * Returns the headers of a page that the sites with these origins may show in a frame, and nobody else.
 * @param policy that of its document, which forbids every frame
 */
function embedHeaders(origins: readonly string[], policy: string): Record<string, string> {
  const { 'Permissions-Policy': permissions = '' } = SECURITY_HEADERS
  return {
    'Content-Security-Policy': policy.replace(
      "frame-ancestors 'none'",
      `frame-ancestors ${origins.join(' ')}`,
    ),
    // The browser would ask for the microphone in the name of the site around the frame.
    'Permissions-Policy': permissions.replace('microphone=(self)', 'microphone=()'),
    // A site that is cross-origin isolated frames only what says both. The document is the same for everybody.
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }
}

/** For the pages that may be framed: replaces the headers that forbid it, after `setSecurityHeaders` has set them. */
export const allowEmbedding = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  const origins = readEmbedOrigins(c)
  if (origins.length === 0 || c.res.status >= 400) return
  const { headers } = c.res
  const policy = headers.get('Content-Security-Policy') ?? ''
  for (const [name, value] of Object.entries(embedHeaders(origins, policy))) headers.set(name, value)
  headers.delete('X-Frame-Options')
})
