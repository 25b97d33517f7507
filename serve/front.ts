/**
 * What stands before the Worker on one machine, in place of the platform: it answers for the page's files, and says who
 * asks. All else is the Worker's.
 */

import { WorkerEntrypoint } from 'cloudflare:workers'
import { addressOf } from '../worker/http/client-address.ts'
import { answerFile, chooseEncoding, type FileStore, isWorkerFirst } from './answer-file.ts'
import type { FileIndex } from './file-index.ts'

/** What `scripts/server/server-config.ts` binds. */
interface FrontEnv {
  WORKER: Fetcher
  FILES: FileStore
  INDEX: FileIndex
}

/** The Worker's binding `ASSETS`. */
export class Assets extends WorkerEntrypoint<FrontEnv> {
  override async fetch(request: Request): Promise<Response> {
    const { INDEX, FILES } = this.env
    const answer = await answerFile(request, INDEX, FILES, { mayPack: false })
    return answer ?? new Response('Not found', { status: 404 })
  }
}

/**
 * Sets the header in which the platform names who asks. Whatever a client wrote there itself is replaced, or rate limits
 * would count by it.
 */
function nameClient(request: Request<unknown, IncomingRequestCfProperties>): Request {
  const named = new Request(request)
  // workerd has the address with its port (2026-11), and none where it listens on a path.
  const peer = request.cf?.clientIp
  if (typeof peer === 'string') named.headers.set('cf-connecting-ip', addressOf(peer))
  else named.headers.delete('cf-connecting-ip')
  return named
}

/** What a host is written of. workerd (2026-11) puts anything else into the address, where it may begin a path of its own. */
const HOST = /^[\w.:[\]-]+$/

/** Whether a request names where it goes in a form that an address is made of. */
function hasAddress({ headers, url }: Request): boolean {
  return HOST.test(headers.get('host') ?? '') && URL.canParse(url)
}

/**
 * Packs a document of the Worker's, as the platform does: in whichever language, it is half as long then. Answers of the API are short, and
 * an event stream must not wait for more.
 */
function packDocument(request: Request, answer: Response): Response {
  const isDocument = answer.headers.get('content-type')?.startsWith('text/html') ?? false
  const encoding = chooseEncoding(request, ['gzip'])
  if (!isDocument || !encoding || answer.body === null) return answer
  const headers = new Headers(answer.headers)
  const etag = headers.get('etag')
  headers.delete('content-length')
  headers.set('Content-Encoding', encoding)
  if (etag !== null) headers.set('ETag', `W/${etag}`)
  return new Response(answer.body, { status: answer.status, headers })
}

// biome-ignore lint/style/noDefaultExport: workerd needs one.
export default {
  async fetch(request, env) {
    if (!hasAddress(request)) return new Response('Bad request', { status: 400 })
    const { pathname } = new URL(request.url)
    const isFirst = isWorkerFirst(pathname, env.INDEX)
    const answer = isFirst ? null : await answerFile(request, env.INDEX, env.FILES, { mayPack: true })
    return answer ?? packDocument(request, await env.WORKER.fetch(nameClient(request)))
  },
} satisfies ExportedHandler<FrontEnv>
