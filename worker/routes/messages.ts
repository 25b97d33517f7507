import { Hono } from 'hono'
import { EditRequest, HistoryQuery, MessageRequest } from '../../protocol/message.ts'
import { checkSchema, parseJsonBody, parseQuery, requireEmptyBody } from '../http/body.ts'
import { readRoomCookies } from '../http/cookies.ts'
import { readCredentials } from '../http/credentials.ts'
import { refuseRequest } from '../http/refuse.ts'
import { type RoomEnv, requireRoom, requireStanding } from '../http/require-room.ts'
import { MessagePath } from './message-path.ts'

/** Routes of a room's messages: to read them, to post one without a socket, to edit one and to take it back. */
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
  .patch(
    '/:id/messages/:seq',
    requireRoom,
    requireStanding('seat'),
    parseJsonBody(EditRequest),
    async (c) => {
      const path = checkSchema(MessagePath, c.req.param())
      if (!path.ok) return refuseRequest(c, path.refusal)
      const edited = await c.get('room').editMessage(readRoomCookies(c), path.value.seq, c.req.valid('json'))
      return edited.ok ? c.json(edited.value, 200) : refuseRequest(c, edited.refusal)
    },
  )
  .post('/:id/messages/:seq/reveal', requireRoom, requireStanding('seat'), requireEmptyBody, async (c) => {
    const path = checkSchema(MessagePath, c.req.param())
    if (!path.ok) return refuseRequest(c, path.refusal)
    const revealed = await c.get('room').revealText(readRoomCookies(c), path.value.seq)
    return revealed.ok ? c.json(revealed.value, 200) : refuseRequest(c, revealed.refusal)
  })
  .delete('/:id/messages/:seq', requireRoom, requireStanding('managing'), requireEmptyBody, async (c) => {
    const path = checkSchema(MessagePath, c.req.param())
    if (!path.ok) return refuseRequest(c, path.refusal)
    const { refusal } = await c.get('room').takeBackMessage(await readCredentials(c), path.value.seq)
    return refusal ? refuseRequest(c, refusal) : c.body(null, 204)
  })
