import { DurableObject } from 'cloudflare:workers'

interface Env {
  APP: Fetcher
  CLIENTS: DurableObjectNamespace<InProcessClients>
}

interface ClientSeat {
  path: string
  cookie: string
}

/**
 * Clients within the server's process: workerd needs two open files for each socket that comes over the network, and a
 * machine may allow no more than 20,000. Whoever opens a socket here sends the clients' seats in its first frame, and is
 * sent the number of each message that all of them have received. A message that is missing or comes twice closes that
 * socket.
 */
export class InProcessClients extends DurableObject<Env> {
  override fetch(): Response {
    const { 0: client, 1: socket } = new WebSocketPair()
    socket.accept()
    socket.addEventListener('message', ({ data }) => {
      this.#openSockets(socket, JSON.parse(String(data))).catch((error: Error) =>
        socket.close(4000, error.message),
      )
    })
    return new Response(null, { status: 101, webSocket: client })
  }

  async #openSockets(socket: WebSocket, seats: ClientSeat[]): Promise<void> {
    const receivedBy: number[] = []
    for (const { path, cookie } of seats) {
      const headers = { Upgrade: 'websocket', Cookie: cookie }
      const { webSocket } = await this.env.APP.fetch(`http://clients${path}`, { headers })
      if (webSocket === null) throw new Error('a client was refused')
      let last = 0
      webSocket.accept()
      webSocket.addEventListener('message', ({ data }) => {
        for (const [, digits] of String(data).matchAll(/"seq":(\d+)/g)) {
          const seq = Number(digits)
          if (seq !== last + 1) return socket.close(4001, `a client received ${seq} after ${last}`)
          last = seq
          receivedBy[seq] = (receivedBy[seq] ?? 0) + 1
          if (receivedBy[seq] === seats.length) socket.send(`{"seq":${seq}}`)
        }
      })
    }
    socket.send('{"welcome":true}')
  }
}

// biome-ignore lint/style/noDefaultExport: the platform asks for one.
export default {
  fetch: (request: Request, env: Env): Promise<Response> =>
    env.CLIENTS.get(env.CLIENTS.newUniqueId()).fetch(request),
}
