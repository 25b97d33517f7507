import { type Context, Hono } from 'hono'
import { ReactionCode } from '../../protocol/reactions.ts'
import { checkSchema, requireEmptyBody } from '../http/body.ts'
import { readRoomCookies } from '../http/cookies.ts'
import { readCredentials } from '../http/credentials.ts'
import { refuseRequest } from '../http/refuse.ts'
import { type RoomEnv, requireRoom, requireStanding } from '../http/require-room.ts'
import { MessagePath } from './message-path.ts'

const ReactionPath = MessagePath.extend({ code: ReactionCode })

const REACTION = '/:id/messages/:seq/reactions/:code'
const CLOSED = '/:id/messages/:seq/closed'

async function setReaction(c: Context<RoomEnv, typeof REACTION>, on: boolean) {
  const path = checkSchema(ReactionPath, c.req.param())
  if (!path.ok) return refuseRequest(c, path.refusal)
  const { refusal } = await c.get('room').setReaction(readRoomCookies(c), { ...path.value, on })
  return refusal ? refuseRequest(c, refusal) : c.body(null, 204)
}

async function setClosed(c: Context<RoomEnv, typeof CLOSED>, isClosed: boolean) {
  const path = checkSchema(MessagePath, c.req.param())
  if (!path.ok) return refuseRequest(c, path.refusal)
  const { refusal } = await c.get('room').setClosed(await readCredentials(c), path.value.seq, isClosed)
  return refusal ? refuseRequest(c, refusal) : c.body(null, 204)
}

/** Routes of the reactions to a room's messages: to give one and take it back, to list who gave which, and to close a vote and open it again. */
export const reactions = new Hono<RoomEnv>()
  .get('/:id/messages/:seq/reactions', requireRoom, requireStanding('reading'), async (c) => {
    const path = checkSchema(MessagePath, c.req.param())
    if (!path.ok) return refuseRequest(c, path.refusal)
    const listed = await c.get('room').listReactors(await readCredentials(c), path.value.seq)
    return listed.ok ? c.json(listed.value, 200) : refuseRequest(c, listed.refusal)
  })
  .put(REACTION, requireRoom, requireStanding('seat'), requireEmptyBody, (c) => setReaction(c, true))
  .delete(REACTION, requireRoom, requireStanding('seat'), requireEmptyBody, (c) => setReaction(c, false))
  .put(CLOSED, requireRoom, requireStanding('managing'), requireEmptyBody, (c) => setClosed(c, true))
  .delete(CLOSED, requireRoom, requireStanding('managing'), requireEmptyBody, (c) => setClosed(c, false))
