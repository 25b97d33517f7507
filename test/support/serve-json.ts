import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** Serves something else than private-chat, which answers every call with this JSON until the test is over. Returns its origin. */
export async function serveJson(json: string): Promise<string> {
  const host = createServer((_, response) => void response.writeHead(200).end(json))
  onTestFinished(() => void host.close())
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(host.address() as AddressInfo).port}`
}
