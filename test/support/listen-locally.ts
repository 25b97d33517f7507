import { once } from 'node:events'
import type { Server } from 'node:net'

/** Has a server listen on this machine alone, on a port that nobody has. Returns the port. */
export async function listenLocally(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return address.port
}
