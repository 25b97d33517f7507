import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Refusal } from '../../protocol/refusal.ts'
import type { AppEnv } from '../env.ts'
import { addressKey } from './client-address.ts'
import { refuseRequest } from './refuse.ts'

/** Seconds: the window of the rate-limit bindings in wrangler.toml. */
const WINDOW_SECONDS = 60

type RateLimitBinding = 'CREATE_RATE_LIMIT' | 'JOIN_RATE_LIMIT' | 'SIGN_IN_RATE_LIMIT'

/**
 * A brake per address, before an object is bothered: approximate and per location, as the binding counts. Stops one
 * address from making or joining rooms, or trying passwords, by the thousand; what must be exact is counted in the objects.
 */
export function limitRate(binding: RateLimitBinding) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const refusal = await checkRateLimit(c, binding)
    if (refusal) return refuseRequest(c, refusal)
    await next()
  })
}

/** The same for a route where not every request is braked: why this one is refused, or null. */
export async function checkRateLimit<Env extends AppEnv>(
  c: Context<Env>,
  binding: RateLimitBinding,
): Promise<Refusal | null> {
  if (c.env.RATE_LIMITS === 'off') return null
  const { success } = await c.env[binding].limit({ key: addressKey(c.req.header('cf-connecting-ip')) })
  return success ? null : { code: 'too-many-requests', retryAfter: WINDOW_SECONDS }
}
