import { Hono } from 'hono'
import { LastEventId, ResumeQuery } from '../../protocol/message.ts'
import { translateSocket } from '../event-stream/translate-socket.ts'
import { checkSchema, parseQuery, requireEmptyBody } from '../http/body.ts'
import { readRoomCookies } from '../http/cookies.ts'
import { isForeignOrigin } from '../http/origin.ts'
import { refuseRequest } from '../http/refuse.ts'
import { type RoomEnv, requireRoom, requireStanding } from '../http/require-room.ts'
import { openSocket } from './realtime.ts'

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'text/event-stream',
  // A proxy that compresses the stream would hold events back.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

/**
 * A room's events as server-sent events, for networks that let no WebSocket through. The room opens the same socket as for
 * `realtime`, so that it refuses the same. What a client sends goes over HTTP.
 */
export const events = new Hono<RoomEnv>()
  .get('/:id/events', requireRoom, requireStanding('seat'), parseQuery(ResumeQuery), async (c) => {
    // The headers alone are of no use, and a stream that nobody reads would be a connection all the same.
    if (c.req.raw.method === 'HEAD') return refuseRequest(c, { code: 'method-not-allowed', allow: ['GET'] })
    // This opens a connection: as with the upgrade, only pages of this site may.
    if (isForeignOrigin(c)) return refuseRequest(c, { code: 'wrong-origin' })
    const resumed = checkSchema(LastEventId, c.req.header('last-event-id') || undefined)
    if (resumed.refusal) return refuseRequest(c, resumed.refusal)
    const query = c.req.valid('query')
    const { seq: afterSeq, rev: afterRev } = resumed.value ?? { seq: query.after, rev: query.rev }
    const afterEpoch = resumed.value?.epoch ?? query.epoch
    const { token = '' } = readRoomCookies(c)
    const upgrade = { token, afterSeq, afterEpoch, afterRev, protocol: null, includeToken: false }
    const response = await openSocket(c, upgrade)
    const { webSocket } = response
    return webSocket ? c.body(translateSocket(webSocket, afterSeq), 200, HEADERS) : response
  })
  .post('/:id/typing', requireRoom, requireStanding('seat'), requireEmptyBody, async (c) => {
    const { refusal } = await c.get('room').announceTyping(readRoomCookies(c))
    return refusal ? refuseRequest(c, refusal) : c.body(null, 204)
  })
