import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'
import { listenLocally } from './listen-locally.ts'

/** Serves something else than private-chat, which answers every call with this JSON until the test is over. Returns its origin. */
export async function serveJson(json: string): Promise<string> {
  const host = createServer((_, response) => void response.writeHead(200).end(json))
  onTestFinished(() => void host.close())
  return `http://127.0.0.1:${await listenLocally(host)}`
}
