/** What the platform loads: the app, and the classes of the Durable Objects. */

import { env as settings } from 'cloudflare:workers'
import { app } from './app.ts'
import type { Bindings } from './env.ts'
import { readPublicSettings, toPublicRequest } from './http/public-request.ts'
import { readJurisdiction } from './stubs/namespaces.ts'

export { Account } from './account/account.ts'
export { Relay } from './relay/relay.ts'
export { Room } from './room/room.ts'

/** Read once, so that a server with a wrong setting does not start. */
const publicSettings = readPublicSettings(settings)
readJurisdiction(settings)

// biome-ignore lint/style/noDefaultExport: the platform needs one.
export default {
  fetch: (request, env, context) => app.fetch(toPublicRequest(request, publicSettings), env, context),
} satisfies ExportedHandler<Bindings>
