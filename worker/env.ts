/** The Worker's bindings: those of wrangler.toml, which `wrangler types` generates, and what only tests and load tests set. */
export interface Bindings extends Env {
  /** Seats at the room itself, and at each relay, where a test wants another number than the usual one. */
  RELAY_ABOVE?: string
}

/** Hono's environment. */
export interface AppEnv {
  Bindings: Bindings
}
