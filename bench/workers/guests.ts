import { DurableObject } from 'cloudflare:workers'

interface Env {
  APP: Fetcher
  GUESTS: DurableObjectNamespace<Guests>
}

interface Guest {
  path: string
  cookie: string
}

/**
 * Participants whose sockets are within the server's process: workerd needs two open files for each socket that comes
 * over the network, and a machine may allow no more than 20,000. Whoever opens a socket here names the guests in its
 * first frame, and is told of a message once all of them have it; what is missing or comes twice closes that socket.
 */
export class Guests extends DurableObject<Env> {
  override fetch(): Response {
    const { 0: client, 1: socket } = new WebSocketPair()
    socket.accept()
    socket.addEventListener('message', ({ data }) => {
      this.#let(socket, JSON.parse(String(data))).catch((error: Error) => socket.close(4000, error.message))
    })
    return new Response(null, { status: 101, webSocket: client })
  }

  async #let(socket: WebSocket, guests: Guest[]): Promise<void> {
    const have: number[] = []
    for (const { path, cookie } of guests) {
      const headers = { Upgrade: 'websocket', Cookie: cookie }
      const { webSocket } = await this.env.APP.fetch(`http://guests${path}`, { headers })
      if (webSocket === null) throw new Error('a guest was refused')
      let last = 0
      webSocket.accept()
      webSocket.addEventListener('message', ({ data }) => {
        for (const [, digits] of String(data).matchAll(/"seq":(\d+)/g)) {
          const seq = Number(digits)
          if (seq !== last + 1) return socket.close(4001, `a guest heard ${seq} after ${last}`)
          last = seq
          have[seq] = (have[seq] ?? 0) + 1
          if (have[seq] === guests.length) socket.send(`{"seq":${seq}}`)
        }
      })
    }
    socket.send('{"welcome":true}')
  }
}

// biome-ignore lint/style/noDefaultExport: the platform asks for one.
export default {
  fetch: (request: Request, env: Env): Promise<Response> =>
    env.GUESTS.get(env.GUESTS.newUniqueId()).fetch(request),
}
