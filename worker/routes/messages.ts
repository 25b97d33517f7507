import { Hono } from 'hono'
import { HistoryQuery, MessageRequest } from '../../protocol/message.ts'
import { jsonBody, query } from '../http/body.ts'
import { credentials } from '../http/cookies.ts'
import { refuse } from '../http/refuse.ts'
import { asker } from './asker.ts'
import { type RoomEnv, requires, withRoom } from './with-room.ts'

/** What was said, and saying something, without a socket. */
export const messages = new Hono<RoomEnv>()
  .get('/:id/messages', withRoom, requires('reading'), query(HistoryQuery), async (c) => {
    const { value, refusal } = await c.get('room').history(await asker(c), c.req.valid('query'))
    return refusal ? refuse(c, refusal) : c.json(value, 200)
  })
  .post('/:id/messages', withRoom, requires('seat'), jsonBody(MessageRequest), async (c) => {
    const { value, refusal } = await c.get('room').post(credentials(c), c.req.valid('json'))
    if (refusal) return refuse(c, refusal)
    return value.fresh ? c.json(value.message, 201) : c.json(value.message, 200)
  })
