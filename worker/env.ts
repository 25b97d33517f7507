/**
 * The Worker's bindings: those of wrangler.toml, which `wrangler types` generates, and what not every deployment has. Where an
 * operator has bound it, the generated type has `COUNTERS`, too.
 */
export interface Bindings extends Omit<Env, 'COUNTERS'> {
  /** Workers Analytics Engine, where counters go instead of the log. */
  COUNTERS?: AnalyticsEngineDataset
  /** Seats at the room itself, and at each relay, where a test wants another number than the usual one. */
  RELAY_ABOVE?: string
  /** Whether a page in a frame makes this call. The Worker sets it, by the call's address (`app.ts`). */
  IS_EMBEDDED?: boolean
}

/** Hono's environment. */
export interface AppEnv {
  Bindings: Bindings
}
