import type { Account } from './account/account.ts'
import type { Relay } from './relay/relay.ts'
import type { Room } from './room/room.ts'

/** What wrangler.toml binds. */
export interface Bindings {
  ROOMS: DurableObjectNamespace<Room>
  RELAYS: DurableObjectNamespace<Relay>
  ACCOUNTS: DurableObjectNamespace<Account>
  ASSETS: Fetcher
  CREATE_RATE_LIMIT: RateLimit
  JOIN_RATE_LIMIT: RateLimit
  SIGN_IN_RATE_LIMIT: RateLimit
  STRANGER_RATE_LIMIT: RateLimit
  /** `"off"` for load tests; anything else is on. */
  RATE_LIMITS: string
  /** Seats at the room itself, and at each relay, where the usual number is not wanted: a test's setting. */
  RELAY_ABOVE?: string
}

/** Hono's environment: the bindings, and what the middleware leaves for the handlers. */
export interface AppEnv {
  Bindings: Bindings
}
