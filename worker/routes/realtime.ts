import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { ResumeQuery } from '../../protocol/message.ts'
import { JOIN_PROTOCOL, JoinOffer } from '../../protocol/participant.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import { checkSchema, invalidRequest, parseJson, parseQuery } from '../http/body.ts'
import { hashClientAddress } from '../http/client-address.ts'
import { readRoomCookies } from '../http/cookies.ts'
import { readRegion } from '../http/credentials.ts'
import { checkRateLimit } from '../http/rate-limit.ts'
import { refuseRequest } from '../http/refuse.ts'
import { type RoomEnv, requireRoom, requireStanding } from '../http/require-room.ts'
import { isProven, rememberProven } from '../http/stranger-limit.ts'
import { readSubprotocolValue } from '../http/subprotocol.ts'
import type { AtRelay } from '../room/connect.ts'
import { parseToken } from '../secrets/token.ts'
import { type RelayAssignment, type UpgradeRequest, writeUpgradeRequest } from '../sockets/upgrade-request.ts'
import { relayStub } from '../stubs/relay.ts'

/** What a client offers who takes its seat with the socket; null of one who says to have a seat. */
function joinOffer(c: Context<RoomEnv>): string | null {
  return readSubprotocolValue(JOIN_PROTOCOL, c.req.header('sec-websocket-protocol'))
}

const requiresSeat = requireStanding('seat')
const seatUnlessAsked: MiddlewareHandler<RoomEnv> = (c, next) =>
  joinOffer(c) === null ? requiresSeat(c, next) : next()

/** The upgrade to a WebSocket: of somebody who has a seat, or who takes it with the socket, in one request. */
export const realtime = new Hono<RoomEnv>().get(
  '/:id/realtime',
  requireRoom,
  seatUnlessAsked,
  parseQuery(ResumeQuery),
  async (c) => {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
      c.header('Upgrade', 'websocket')
      return refuseRequest(c, { code: 'upgrade-required' })
    }
    const { after } = c.req.valid('query')
    const offer = joinOffer(c)
    return offer === null
      ? open(c, {
          token: readRoomCookies(c).token ?? '',
          afterSeq: after,
          protocol: null,
          includeToken: false,
        })
      : join(c, offer, after)
  },
)

/** An upgrade of which only the place is to be found. */
type Opening = Omit<UpgradeRequest, 'assignment' | 'joinIntent'>

/**
 * Sends the upgrade straight to where its token says that it belongs: to the room or one of its relays. The object
 * alone sees the token: it travels in a header of ours, without the other cookies.
 */
export async function open(c: Context<RoomEnv>, opening: Opening): Promise<Response> {
  const room = c.get('room')
  const relay = parseToken(opening.token)?.relay ?? null
  const assignment = relay === null ? null : { room: room.id.toString(), relay }
  const refusal = assignment && (await findRelay(c, assignment))
  if (refusal) return refuseRequest(c, refusal)
  const seat: Fetcher =
    assignment === null ? room : relayStub(c.env.RELAYS, assignment.room, assignment.relay)
  const { url, headers } = writeUpgradeRequest({ ...opening, assignment, joinIntent: null })
  const response = await seat.fetch(url, { headers })
  if (response.status !== 101) return refuseRequest(c, await response.json<Refusal>())
  rememberProven({ token: opening.token })
  return response
}

/**
 * Whether a room has the relay that a token names. The room is asked once for each, by each isolate of the Worker: so a
 * made-up token wakes no relay that nobody sits at.
 */
async function findRelay(c: Context<RoomEnv>, { room, relay }: RelayAssignment): Promise<Refusal | null> {
  const claim = { relay: `${room} ${relay}` }
  if (isProven(claim)) return null
  const { refusal } = await c.get('room').checkRelay(relay)
  if (refusal) return refusal
  rememberProven(claim)
  return null
}

/**
 * Takes the seat first, or finds it. Only a seat that turns out to be at a relay costs a second call. What makes a host or
 * a facilitator is in cookies that no script can read, and counts for nothing here: the new token is told to scripts.
 */
async function join(c: Context<RoomEnv>, offer: string, after: number | undefined): Promise<Response> {
  const refusal = await checkRateLimit(c, 'JOIN_RATE_LIMIT')
  if (refusal) return refuseRequest(c, refusal)
  const parsed = offer === '' ? {} : parseJson(Buffer.from(offer, 'base64url'))
  if (parsed === undefined)
    return refuseRequest(c, invalidRequest('', `What follows ${JOIN_PROTOCOL} is not JSON in base64url.`))
  const checked = checkSchema(JoinOffer, parsed)
  if (checked.refusal) return refuseRequest(c, checked.refusal)
  const { token, ...request } = checked.value
  const room = c.get('room')
  const { url, headers } = writeUpgradeRequest({
    token: token ?? readRoomCookies(c).token ?? '',
    afterSeq: after,
    assignment: null,
    protocol: JOIN_PROTOCOL,
    includeToken: token !== undefined,
    joinIntent: { request, region: readRegion(c), source: hashClientAddress(c, room.id.toString()) },
  })
  const response = await room.fetch(url, { headers })
  if (response.status === 101) return response
  if (!response.ok) return refuseRequest(c, await response.json<Refusal>())
  const answer = await response.json<AtRelay>()
  return open(c, { ...answer, afterSeq: after, protocol: JOIN_PROTOCOL })
}
