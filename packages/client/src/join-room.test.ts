import { expect, test } from 'vitest'
import { serveJson } from '../../../test/support/serve-json.ts'
import { joinRoom } from './join-room.ts'

test.for(['{}', '[]', '5', '{"participantId":"a","room":5}', '{"participantId":5,"room":{"expiresAt":1}}'])(
  'what answers %s in place of a room can’t be joined, and throws nothing',
  async (json) => {
    const link = `${await serveJson(json)}/room/V1StGXR8_Z5jdHi6B-myT`
    const { value, refusal } = await joinRoom({ link })
    expect([value, refusal?.code]).toEqual([undefined, 'unreachable'])
  },
)
