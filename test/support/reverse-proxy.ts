import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { Duplex } from 'node:stream'
import { listenLocally } from './listen-locally.ts'

/** A proxy such as nginx, as far as it matters here: it asks under the server's own name, and says for whom. */
export interface ReverseProxy {
  /** Such as `http://127.0.0.1:40123`. */
  origin: string
  stop(): Promise<void>
}

/**
 * Starts a reverse proxy.
 * @param target the origin of the server
 * @param protocol what it says that people reach it by
 */
export async function startReverseProxy(target: string, protocol: 'http' | 'https'): Promise<ReverseProxy> {
  const sockets = new Set<Duplex>()

  const pass = (incoming: IncomingMessage) => {
    const { host, 'x-forwarded-for': before, ...headers } = incoming.headers
    const from = [before ?? [], incoming.socket.remoteAddress ?? []].flat().join(', ')
    return request(new URL(incoming.url ?? '/', target), {
      method: incoming.method,
      headers: {
        ...headers,
        host: new URL(target).host,
        'x-forwarded-host': host,
        'x-forwarded-proto': protocol,
        'x-forwarded-for': from,
      },
    })
  }

  const server = createServer((incoming, answer) => {
    const passed = pass(incoming).on('response', (response) => {
      answer.writeHead(response.statusCode ?? 502, response.rawHeaders)
      response.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    incoming.pipe(passed)
  })

  server.on('connection', (socket) => sockets.add(socket))
  server.on('upgrade', (incoming, near, head) => {
    const writeHead = (response: IncomingMessage) => {
      const pairs = response.rawHeaders.map((text, index) => (index % 2 ? `${text}\r\n` : `${text}: `))
      near.write(`HTTP/1.1 ${response.statusCode} ${response.statusMessage}\r\n${pairs.join('')}\r\n`)
    }
    pass(incoming)
      .on('response', (response) => {
        writeHead(response)
        response.pipe(near)
      })
      .on('upgrade', (response, far, rest) => {
        sockets.add(far)
        writeHead(response)
        near.write(rest)
        far.write(head)
        near.pipe(far).pipe(near)
        for (const [one, other] of [
          [near, far],
          [far, near],
        ] as const)
          one.on('error', () => other.destroy()).on('close', () => other.destroy())
      })
      .on('error', () => near.destroy())
      .end()
  })

  const port = await listenLocally(server)
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}
