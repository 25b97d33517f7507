/** What the platform loads: the app, and the classes of the Durable Objects. */

import { app } from './app.ts'

export { Account } from './account/account.ts'
export { Relay } from './relay/relay.ts'
export { Room } from './room/room.ts'

// biome-ignore lint/style/noDefaultExport: the platform needs one.
export default app
