import type { Bindings } from '../../worker/env.ts'

declare global {
  namespace Cloudflare {
    // The bindings that only tests set. `wrangler types` generates the others.
    interface Env extends Pick<Bindings, 'RELAY_ABOVE'> {}
  }
}
