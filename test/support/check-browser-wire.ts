import type { BrowserContext, CDPSession, Page, Response } from 'playwright-core'
import { checkAnswer, parseFrame } from './check-wire.ts'

/** Bytes of answers that outlive the page that asked for them, all together and each. */
const KEPT_ANSWERS = { maxTotalBufferSize: 16_000_000, maxResourceBufferSize: 4_000_000 }

/**
 * Checks every answer of the API that the pages of a context receive by what the protocol promises, also one that a test makes
 * up: the server would give no other. Only an answer with the header `Via` is a proxy's own, which promises nothing.
 * @returns waits until every answer so far is checked
 */
export function checkAnswers(context: BrowserContext): () => Promise<void> {
  const checks = new Set<Promise<void>>()
  context.on('response', (response) => {
    const check = checkResponse(response).finally(() => checks.delete(check))
    checks.add(check)
  })
  return async () => {
    await Promise.all(checks)
  }
}

async function checkResponse(response: Response): Promise<void> {
  const { pathname, search } = new URL(response.url())
  const headers = new Headers(response.headers())
  if (!/^(\/embed)?\/api\//.test(pathname) || headers.has('via') || isStream(headers.get('content-type')))
    return
  const status = response.status()
  // A page that is closed takes what it was answered with it, and a download is nothing that a page reads.
  const text = status === 204 ? '' : await response.text().catch(() => null)
  if (text === null) return
  const method = response.request().method()
  note(() => checkAnswer({ method, path: pathname + search, status, headers, text }))
}

/** Checks every frame of a page's sockets, and every event of its streams, before anything is loaded in it. */
export async function checkFrames(page: Page): Promise<void> {
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => note(() => parseFrame(String(payload))))
  })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  // Otherwise an answer is lost where the page navigates before the test has read it. Browsers of 2025 do not know this.
  await devtools.send('Network.configureDurableMessages', KEPT_ANSWERS).catch(() => {})
  checkStreams(devtools)
}

function checkStreams(devtools: CDPSession): void {
  /** What is there so far of the next event of each stream. */
  const rests = new Map<string, string>()
  const receive = (stream: string, base64: string) => {
    const blocks = `${rests.get(stream) ?? ''}${Buffer.from(base64, 'base64')}`.split('\n\n')
    rests.set(stream, blocks.pop() ?? '')
    for (const block of blocks) {
      const frame = /^data: (.*)/m.exec(block)?.[1]
      if (frame !== undefined && !/^event: close/m.test(block)) note(() => parseFrame(frame))
    }
  }
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    if (!isStream(response.mimeType)) return
    rests.set(requestId, '')
    devtools.send('Network.streamResourceContent', { requestId }).then(
      ({ bufferedData }) => receive(requestId, bufferedData),
      () => rests.delete(requestId),
    )
  })
  devtools.on('Network.dataReceived', ({ requestId, data }) => {
    if (data !== undefined && rests.has(requestId)) receive(requestId, data)
  })
}

function isStream(contentType: string | null): boolean {
  return contentType?.startsWith('text/event-stream') ?? false
}

/** Runs a check that notes what it finds: the test fails at its end (`check-wire-setup.ts`). */
function note(run: () => unknown): void {
  try {
    run()
  } catch {}
}
