import { expect, test } from 'vitest'
import { serveJson } from '../../../test/support/serve-json.ts'
import { createRoom } from './create-room.ts'

test.for(['{}', '[]', '5', '{"roomId":"V1StGXR8_Z5jdHi6B-myT/../x"}'])(
  'a server that answers %s has made no room, and there is no link to one',
  async (json) => {
    const server = await serveJson(json)
    for (const encryption of ['e2ee', 'none'] as const) {
      const { value, refusal } = await createRoom({ server, encryption })
      expect([value, refusal?.code]).toEqual([undefined, 'unreachable'])
    }
  },
)
