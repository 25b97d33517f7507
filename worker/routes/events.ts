import { Hono } from 'hono'
import { LastEventId, ResumeQuery } from '../../protocol/message.ts'
import { translateSocket } from '../event-stream/translate-socket.ts'
import { checkSchema, parseQuery, requireEmptyBody } from '../http/body.ts'
import { readRoomCookies } from '../http/cookies.ts'
import { isForeignOrigin } from '../http/origin.ts'
import { refuseRequest } from '../http/refuse.ts'
import { type RoomEnv, requireRoom, requireStanding } from '../http/require-room.ts'
import { open } from './realtime.ts'

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'text/event-stream',
  // What compresses gathers first, and events that are gathered come late.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

/**
 * What a room says, as server-sent events: for networks that let no WebSocket through. The room is asked for the same
 * socket as for `realtime`, so that the same is refused; what a client says goes by HTTP.
 */
export const events = new Hono<RoomEnv>()
  .get('/:id/events', requireRoom, requireStanding('seat'), parseQuery(ResumeQuery), async (c) => {
    // Its headers alone say nothing, and a stream that nobody reads is a connection all the same.
    if (c.req.raw.method === 'HEAD') return refuseRequest(c, { code: 'method-not-allowed', allow: ['GET'] })
    // A connection is opened: as for the upgrade, only for a page of ours.
    if (isForeignOrigin(c)) return refuseRequest(c, { code: 'wrong-origin' })
    const resumed = checkSchema(LastEventId, c.req.header('last-event-id') || undefined)
    if (resumed.refusal) return refuseRequest(c, resumed.refusal)
    const after = resumed.value ?? c.req.valid('query').after
    const response = await open(c, {
      token: readRoomCookies(c).token ?? '',
      afterSeq: after,
      protocol: null,
      includeToken: false,
    })
    const { webSocket } = response
    return webSocket ? c.body(translateSocket(webSocket, after), 200, HEADERS) : response
  })
  .post('/:id/typing', requireRoom, requireStanding('seat'), requireEmptyBody, async (c) => {
    const { refusal } = await c.get('room').announceTyping(readRoomCookies(c))
    return refusal ? refuseRequest(c, refusal) : c.body(null, 204)
  })
