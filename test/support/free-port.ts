import { once } from 'node:events'
import { createServer } from 'node:net'
import { listenLocally } from './listen-locally.ts'

/** A port nobody listens on: chosen before what will listen there starts, so that it can have the same one again. */
export async function findFreePort(): Promise<number> {
  const probe = createServer()
  const port = await listenLocally(probe)
  probe.close()
  await once(probe, 'close')
  return port
}
