import { Hono } from 'hono'
import { ResumeQuery } from '../../protocol/message.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import { query } from '../http/body.ts'
import { credentials } from '../http/cookies.ts'
import { refuse } from '../http/refuse.ts'
import { relayStub } from '../relay/stub.ts'
import { parseToken } from '../secrets/token.ts'
import { writeHandover } from '../sockets/handover.ts'
import { type RoomEnv, withRoom } from './room-stub.ts'

/**
 * The upgrade to a WebSocket, sent straight to where its token says that it belongs: to the room or one of its relays.
 * The object alone sees the token: it travels in a header of ours, without the other cookies.
 */
export const realtime = new Hono<RoomEnv>().get('/:id/realtime', withRoom, query(ResumeQuery), async (c) => {
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
    c.header('Upgrade', 'websocket')
    return refuse(c, { code: 'upgrade-required' })
  }
  const { after } = c.req.valid('query')
  const { token = '' } = credentials(c)
  const room = c.var.room.id.toString()
  const relay = parseToken(token)?.relay ?? null
  const seat: Fetcher = relay === null ? c.var.room : relayStub(c.env.RELAYS, room, relay)
  const post = relay === null ? null : { room, relay }
  const { url, headers } = writeHandover({ token, after, post })
  const response = await seat.fetch(url, { headers })
  return response.status === 101 ? response : refuse(c, await response.json<Refusal>())
})
