import { Hono } from 'hono'
import { HistoryQuery, MessageRequest } from '../../protocol/message.ts'
import { parseJsonBody, parseQuery } from '../http/body.ts'
import { readRoomCookies } from '../http/cookies.ts'
import { readCredentials } from '../http/credentials.ts'
import { refuseRequest } from '../http/refuse.ts'
import { type RoomEnv, requireRoom, requireStanding } from '../http/require-room.ts'

/** Routes of a room's messages: to read them, and to post one without a socket. */
export const messages = new Hono<RoomEnv>()
  .get('/:id/messages', requireRoom, requireStanding('reading'), parseQuery(HistoryQuery), async (c) => {
    const history = await c.get('room').readHistory(await readCredentials(c), c.req.valid('query'))
    return history.ok ? c.json(history.value, 200) : refuseRequest(c, history.refusal)
  })
  .post('/:id/messages', requireRoom, requireStanding('seat'), parseJsonBody(MessageRequest), async (c) => {
    const posted = await c.get('room').postMessage(readRoomCookies(c), c.req.valid('json'))
    if (!posted.ok) return refuseRequest(c, posted.refusal)
    return posted.value.isNew ? c.json(posted.value.message, 201) : c.json(posted.value.message, 200)
  })
