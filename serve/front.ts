/**
 * What stands before the Worker on one machine, in place of the platform: it answers for the page's files, and says who
 * asks. All else is the Worker's.
 */

import { WorkerEntrypoint } from 'cloudflare:workers'
import { answerFile, type FileStore, isWorkerFirst } from './answer-file.ts'
import type { FileIndex } from './file-index.ts'

/** What `scripts/server-config.ts` binds. */
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
  // workerd has the address with the port; that of an IPv6 address is in brackets (2026-11).
  const [, address] = /^\[?(.*?)\]?:\d+$/.exec(String(request.cf?.clientIp ?? '')) ?? []
  if (address === undefined) named.headers.delete('cf-connecting-ip')
  else named.headers.set('cf-connecting-ip', address)
  return named
}

// biome-ignore lint/style/noDefaultExport: workerd needs one.
export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url)
    const isFirst = isWorkerFirst(pathname, env.INDEX)
    const answer = isFirst ? null : await answerFile(request, env.INDEX, env.FILES, { mayPack: true })
    return answer ?? env.WORKER.fetch(nameClient(request))
  },
} satisfies ExportedHandler<FrontEnv>
