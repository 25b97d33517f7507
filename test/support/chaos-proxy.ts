import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { listenLocally } from './listen-locally.ts'
import { makeRandom } from './seed.ts'

/** What the line does to what passes over it. */
export interface LineConditions {
  /** Milliseconds every piece is on its way. */
  delay: number
  /** Milliseconds it may be on its way longer, by chance. Pieces never overtake one another. */
  jitter: number
  /** Bytes a second, for each connection and direction; null for as many as there are. */
  bytesPerSecond: number | null
  /** Directions in which nothing arrives any more, while every connection stays open: `up` is to the server. */
  swallow: 'none' | 'up' | 'down' | 'both'
}

export const CALM: LineConditions = { delay: 0, jitter: 0, bytesPerSecond: null, swallow: 'none' }

/** A bad line to a server: everything that passes it is at the mercy of a seed. */
export interface ChaosProxy {
  /** Where to connect instead of to the server. */
  readonly origin: string
  /** Connections that are open now. */
  readonly open: number
  /** Changes the weather for every connection, also those that are open. */
  setConditions(weather: Partial<LineConditions>): void
  /** Cuts connections with a reset, as a router does that forgot them: all of them, or each with a chance of `share`. */
  resetConnections(share?: number): void
  /**
   * Silences connections for good: they stay open, and nothing passes any more, whatever the weather. Each with a
   * chance of `share`.
   */
  silenceConnections(share?: number): void
  /** A number from 0 up to but not including 1, by the seed. */
  random(): number
  stop(): Promise<void>
}

interface Pipe {
  near: Socket
  far: Socket
  isSilenced: boolean
}

/** Starts a proxy in front of `target`, such as `http://127.0.0.1:40123`, which may come and go. */
export async function startChaosProxy(target: string, seed: number): Promise<ChaosProxy> {
  const { hostname, port } = new URL(target)
  const random = makeRandom(seed)
  const pipes = new Set<Pipe>()
  const timers = new Set<NodeJS.Timeout>()
  let weather = CALM

  /** Passes on what comes from one end, in order, as the weather allows. */
  function forward(pipe: Pipe, from: Socket, to: Socket, direction: 'up' | 'down'): void {
    const queue: { at: number; run: () => void }[] = []
    let freeAt = 0
    let timer: NodeJS.Timeout | null = null
    // One timer for the first in the queue: several could fire in another order.
    const flush = () => {
      if (timer !== null) timers.delete(timer)
      timer = null
      while (queue[0] && queue[0].at <= performance.now()) queue.shift()?.run()
      if (queue[0] === undefined) return
      timer = setTimeout(flush, Math.max(1, queue[0].at - performance.now()))
      timers.add(timer)
    }
    const at = (run: () => void, bytes: number) => {
      const { delay, jitter, bytesPerSecond } = weather
      const sending = bytesPerSecond === null ? 0 : (bytes / bytesPerSecond) * 1_000
      freeAt = Math.max(freeAt, performance.now() + delay + random() * jitter) + sending
      queue.push({ at: freeAt, run })
      if (timer === null) flush()
    }
    const isSilent = () => pipe.isSilenced || weather.swallow === 'both' || weather.swallow === direction
    from.on('data', (chunk: Buffer) => {
      // A stream of which a part is missing is worth nothing: what was silent once stays so in this direction.
      if (isSilent()) pipe.isSilenced = true
      if (pipe.isSilenced) return
      at(() => {
        if (pipe.isSilenced || to.destroyed) return
        if (to.write(chunk)) return
        from.pause()
        to.once('drain', () => from.resume())
      }, chunk.length)
    })
    from.on('end', () => {
      if (!pipe.isSilenced) at(() => to.end(), 0)
    })
    from.on('close', () => {
      // One end is gone; a connection that is numb doesn't show that to the other.
      if (!pipe.isSilenced) at(() => to.destroy(), 0)
      if (near(pipe)) pipes.delete(pipe)
    })
    // A reset is what this is for: `close` follows.
    from.on('error', () => {})
  }

  const near = (pipe: Pipe) => pipe.near.destroyed && pipe.far.destroyed

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    const far = new (socket.constructor as typeof Socket)({ allowHalfOpen: true })
    far.setNoDelay(true).connect(Number(port), hostname)
    const pipe: Pipe = { near: socket, far, isSilenced: false }
    pipes.add(pipe)
    forward(pipe, socket, far, 'up')
    forward(pipe, far, socket, 'down')
  })
  const own = await listenLocally(server)

  return {
    origin: `http://127.0.0.1:${own}`,
    get open() {
      return pipes.size
    },
    setConditions(change) {
      weather = { ...weather, ...change }
    },
    resetConnections(share = 1) {
      for (const { near, far } of pipes) {
        if (random() >= share) continue
        near.resetAndDestroy()
        far.resetAndDestroy()
      }
    },
    silenceConnections(share = 1) {
      for (const pipe of pipes) if (random() < share) pipe.isSilenced = true
    },
    random,
    async stop() {
      for (const timer of timers) clearTimeout(timer)
      server.close()
      for (const { near, far } of pipes) {
        near.destroy()
        far.destroy()
      }
      await once(server, 'close')
    },
  }
}
