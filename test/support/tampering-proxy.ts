import { createServer } from 'node:http'
import { listenLocally } from './listen-locally.ts'

/** An answer on its way, which may be changed. */
export interface PassingAnswer {
  status: number
  headers: Headers
  body: Buffer
}

/** Stands between a server and who asks it, as a proxy or a dishonest operator does. */
export interface TamperingProxy {
  origin: string
  /** What is done to each answer from now on; by default nothing. */
  change(answer: PassingAnswer, path: string): void
  close(): void
}

/** Starts a proxy in front of a server. */
export async function startTamperingProxy(server: string): Promise<TamperingProxy> {
  const host = createServer(async (request, response) => {
    const path = request.url ?? '/'
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const headers = new Headers()
    const type = request.headers['content-type']
    if (type !== undefined) headers.set('content-type', type)
    const method = request.method ?? 'GET'
    const body = chunks.length > 0 ? Buffer.concat(chunks) : null
    const answered = await fetch(server + path, { method, headers, body, redirect: 'manual' })
    const answer = {
      status: answered.status,
      headers: new Headers(answered.headers),
      body: Buffer.from(await answered.arrayBuffer()),
    }
    proxy.change(answer, path)
    // It was unpacked on the way.
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding'])
      answer.headers.delete(name)
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(answer.body)
  })
  const port = await listenLocally(host)
  const proxy: TamperingProxy = {
    origin: `http://127.0.0.1:${port}`,
    change: () => {},
    close: () => host.close(),
  }
  return proxy
}
