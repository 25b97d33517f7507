import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Ports that no system gives to whoever asks for any port, or to a connection that is made: one that is chosen here is not taken
 * by chance before what will listen there listens, nor while it starts anew. None of them is one that browsers refuse to ask.
 */
const PORTS = { first: 11_000, last: 32_000 }

/** A port nobody listens on: chosen before what will listen there starts, so that it can have the same one again. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = PORTS.first + Math.floor(Math.random() * (PORTS.last - PORTS.first))
    if (await isFree(port)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '127.0.0.1')
  try {
    await once(probe, 'listening')
  } catch {
    return false
  }
  probe.close()
  await once(probe, 'close')
  return true
}
