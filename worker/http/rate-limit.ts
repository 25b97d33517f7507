import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { AppEnv } from '../env.ts'
import { readAddressKey } from './client-address.ts'
import { refuseRequest } from './refuse.ts'

/** Seconds: the period of the rate-limit bindings in wrangler.toml. */
const PERIOD_SECONDS = 60

type RateLimitBinding = 'CREATE_RATE_LIMIT' | 'JOIN_RATE_LIMIT' | 'SIGN_IN_RATE_LIMIT'

/**
 * Limits the requests of one address before any object is woken. The binding counts approximately and per location: it
 * stops one address from making rooms, joining or trying passwords by the thousand. Objects count what must be exact.
 */
export function limitRate(binding: RateLimitBinding) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const limited = await checkRateLimit(c, binding)
    if (!limited.ok) return refuseRequest(c, limited.refusal)
    await next()
  })
}

/** Counts one request, for a route that limits only some: returns `too-many-requests` beyond the limit. */
export async function checkRateLimit<Env extends AppEnv>(
  c: Context<Env>,
  binding: RateLimitBinding,
): Promise<Result<void>> {
  if (c.env.RATE_LIMITS === 'off') return ok()
  const { success } = await c.env[binding].limit({ key: readAddressKey(c) })
  return success ? ok() : refused({ code: 'too-many-requests', retryAfter: PERIOD_SECONDS })
}
