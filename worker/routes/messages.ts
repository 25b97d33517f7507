import { Hono } from 'hono'
import { HistoryQuery, MessageRequest } from '../../protocol/message.ts'
import { parseJsonBody, parseQuery } from '../http/body.ts'
import { readRoomCookies } from '../http/cookies.ts'
import { readCredentials } from '../http/credentials.ts'
import { refuseRequest } from '../http/refuse.ts'
import { type RoomEnv, requireRoom, requireStanding } from '../http/require-room.ts'

/** What was said, and saying something, without a socket. */
export const messages = new Hono<RoomEnv>()
  .get('/:id/messages', requireRoom, requireStanding('reading'), parseQuery(HistoryQuery), async (c) => {
    const { value, refusal } = await c.get('room').readHistory(await readCredentials(c), c.req.valid('query'))
    return refusal ? refuseRequest(c, refusal) : c.json(value, 200)
  })
  .post('/:id/messages', requireRoom, requireStanding('seat'), parseJsonBody(MessageRequest), async (c) => {
    const { value, refusal } = await c.get('room').postMessage(readRoomCookies(c), c.req.valid('json'))
    if (refusal) return refuseRequest(c, refusal)
    return value.isNew ? c.json(value.message, 201) : c.json(value.message, 200)
  })
