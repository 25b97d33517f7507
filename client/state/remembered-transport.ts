import type { Drawer } from '../net/outbox-store.ts'
import type { Transport } from '../net/transport.ts'

/** Where a tab notes that its network lets no socket through: so a reload doesn't have to find out again. */
const KEY = 'private-chat.transport'

/** What got through last in this tab; a socket where nothing is noted. */
export function recallTransport(drawer: Drawer | undefined): Transport {
  try {
    return drawer?.getItem(KEY) === 'events' ? 'events' : 'socket'
  } catch {
    return 'socket'
  }
}

/** Notes what got through; nothing where that is a socket, as nearly everywhere. */
export function rememberTransport(drawer: Drawer | undefined, transport: Transport): void {
  try {
    if (transport === 'events') drawer?.setItem(KEY, transport)
    else drawer?.removeItem(KEY)
  } catch {
    // Forbidden: then it is found out again.
  }
}
