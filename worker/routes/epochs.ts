import { Hono } from 'hono'
import { EpochRequest, EpochsQuery } from '../../protocol/epochs.ts'
import { ROTATION_BODY_MAX_BYTES } from '../../protocol/key-limits.ts'
import { parseJsonBody, parseQuery } from '../http/body.ts'
import { readRoomCookies } from '../http/cookies.ts'
import { refuseRequest } from '../http/refuse.ts'
import { type RoomEnv, requireRoom, requireStanding } from '../http/require-room.ts'

/** Routes of the keys of a room: to rotate them, and to ask for those of the epochs that one has missed. */
export const epochs = new Hono<RoomEnv>()
  .post(
    '/:id/epochs',
    requireRoom,
    requireStanding('seat'),
    parseJsonBody(EpochRequest, ROTATION_BODY_MAX_BYTES),
    async (c) => {
      const rotated = await c.get('room').rotateKeys(readRoomCookies(c), c.req.valid('json'))
      return rotated.ok ? c.json(rotated.value, 200) : refuseRequest(c, rotated.refusal)
    },
  )
  .get('/:id/epochs', requireRoom, requireStanding('seat'), parseQuery(EpochsQuery), async (c) => {
    const list = await c.get('room').listEpochs(readRoomCookies(c), c.req.valid('query').after)
    return list.ok ? c.json(list.value, 200) : refuseRequest(c, list.refusal)
  })
