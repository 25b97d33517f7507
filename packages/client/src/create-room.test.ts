import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createRoom } from './create-room.ts'

let other: Server | undefined
afterEach(() => other?.close())

/** Serves something else than private-chat, which answers every call with this JSON. */
async function serveOther(json: string): Promise<string> {
  const host = createServer((_, response) => void response.writeHead(200).end(json))
  other = host
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(host.address() as AddressInfo).port}`
}

test.for(['{}', '[]', '5', '{"roomId":"V1StGXR8_Z5jdHi6B-myT/../x"}'])(
  'a server that answers %s has made no room, and there is no link to one',
  async (json) => {
    const server = await serveOther(json)
    for (const encryption of ['e2ee', 'none'] as const) {
      const { value, refusal } = await createRoom({ server, encryption })
      expect([value, refusal?.code]).toEqual([undefined, 'unreachable'])
    }
  },
)
