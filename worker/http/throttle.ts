import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Refusal } from '../../protocol/refusal.ts'
import type { AppEnv } from '../env.ts'
import { refuse } from './refuse.ts'

/** Seconds: the window of the rate-limit bindings in wrangler.toml. */
const WINDOW = 60

type Brake = 'CREATE_BRAKE' | 'JOIN_BRAKE' | 'SIGN_IN_BRAKE'

/**
 * A brake per address, before an object is bothered: approximate and per location, as the binding counts. Stops one
 * address from making or joining rooms, or trying passwords, by the thousand; what must be exact is counted in the objects.
 */
export function brake(binding: Brake) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const refusal = await braked(c, binding)
    if (refusal) return refuse(c, refusal)
    await next()
  })
}

/** The same for a route where not every request is braked: why this one is refused, or null. */
export async function braked<Env extends AppEnv>(c: Context<Env>, binding: Brake): Promise<Refusal | null> {
  if (c.env.RATE_LIMITS === 'off') return null
  const { success } = await c.env[binding].limit({ key: addressKey(c.req.header('cf-connecting-ip')) })
  return success ? null : { code: 'too-many-requests', retryAfter: WINDOW }
}

/** What counts as one address: the whole of an IPv4 one, the first 64 bits of an IPv6 one, since whoever has one of those has all 2^64. */
export function addressKey(address: string | undefined): string {
  if (address === undefined) return 'unknown'
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0')
  return [...groups, ...zeros, ...rest]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
