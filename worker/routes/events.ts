import { Hono } from 'hono'
import { LastEventId, ResumeQuery } from '../../protocol/message.ts'
import { translateSocket } from '../event-stream/translate-socket.ts'
import { check, noFields, query } from '../http/body.ts'
import { credentials } from '../http/cookies.ts'
import { isForeign } from '../http/origin.ts'
import { refuse } from '../http/refuse.ts'
import { open } from './realtime.ts'
import { type RoomEnv, requires, withRoom } from './with-room.ts'

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
  .get('/:id/events', withRoom, requires('seat'), query(ResumeQuery), async (c) => {
    // Its headers alone say nothing, and a stream that nobody reads is a connection all the same.
    if (c.req.raw.method === 'HEAD') return refuse(c, { code: 'method-not-allowed', allow: ['GET'] })
    // A connection is opened: as for the upgrade, only for a page of ours.
    if (isForeign(c)) return refuse(c, { code: 'wrong-origin' })
    const resumed = check(LastEventId, c.req.header('last-event-id') || undefined)
    if (resumed.refusal) return refuse(c, resumed.refusal)
    const after = resumed.value ?? c.req.valid('query').after
    const response = await open(c, {
      token: credentials(c).token ?? '',
      after,
      protocol: null,
      includeToken: false,
    })
    const { webSocket } = response
    return webSocket ? c.body(translateSocket(webSocket, after), 200, HEADERS) : response
  })
  .post('/:id/typing', withRoom, requires('seat'), noFields, async (c) => {
    const { refusal } = await c.get('room').type(credentials(c))
    return refusal ? refuse(c, refusal) : c.body(null, 204)
  })
