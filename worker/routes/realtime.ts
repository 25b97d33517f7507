import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { ResumeQuery } from '../../protocol/message.ts'
import { JOIN_PROTOCOL, JoinOffer } from '../../protocol/participant.ts'
import { ok, type Refusal, type Result } from '../../protocol/refusal.ts'
import { checkSchema, invalidRequest, parseJson, parseQuery } from '../http/body.ts'
import { hashClientAddress } from '../http/client-address.ts'
import { readRoomCookies } from '../http/cookies.ts'
import { readRegion } from '../http/credentials.ts'
import { checkRateLimit } from '../http/rate-limit.ts'
import { refuseRequest } from '../http/refuse.ts'
import { type RoomEnv, requireRoom, requireStanding } from '../http/require-room.ts'
import { isProven, rememberProven } from '../http/stranger-limit.ts'
import { readSubprotocolValue } from '../http/subprotocol.ts'
import type { RelaySeat } from '../room/open-socket.ts'
import { parseToken } from '../secrets/token.ts'
import { type RelayAssignment, type UpgradeRequest, writeUpgradeRequest } from '../sockets/upgrade-request.ts'
import { relayStub } from '../stubs/relay.ts'

/** Returns the request for a seat that comes with an upgrade, in base64url; null where the client claims to have a seat. */
function readJoinOffer(c: Context<RoomEnv>): string | null {
  return readSubprotocolValue(JOIN_PROTOCOL, c.req.header('sec-websocket-protocol'))
}

const requireSeat = requireStanding('seat')
const requireSeatOrOffer: MiddlewareHandler<RoomEnv> = (c, next) =>
  readJoinOffer(c) === null ? requireSeat(c, next) : next()

/** The upgrade to a WebSocket: for somebody who has a seat, or who takes one in the same request. */
export const realtime = new Hono<RoomEnv>().get(
  '/:id/realtime',
  requireRoom,
  requireSeatOrOffer,
  parseQuery(ResumeQuery),
  async (c) => {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
      c.header('Upgrade', 'websocket')
      return refuseRequest(c, { code: 'upgrade-required' })
    }
    const { after: afterSeq, epoch: afterEpoch, rev: afterRev } = c.req.valid('query')
    const offer = readJoinOffer(c)
    if (offer !== null) return joinAndOpenSocket(c, offer, { afterSeq, afterEpoch, afterRev })
    const { token = '' } = readRoomCookies(c)
    return openSocket(c, { token, afterSeq, afterEpoch, afterRev, protocol: null, includeToken: false })
  },
)

/** An upgrade of somebody who has a seat. */
type SeatedUpgrade = Omit<UpgradeRequest, 'assignment' | 'joinIntent'>

/**
 * Sends an upgrade straight to where its socket belongs: the token names the room or one of its relays. The token goes in a
 * header of its own, without the other cookies.
 */
export async function openSocket(c: Context<RoomEnv>, upgrade: SeatedUpgrade): Promise<Response> {
  const room = c.get('room')
  const relay = parseToken(upgrade.token)?.relay ?? null
  const assignment = relay === null ? null : { room: room.id.toString(), relay }
  const { refusal } = assignment === null ? ok() : await checkRelay(c, assignment)
  if (refusal) return refuseRequest(c, refusal)
  const target: Fetcher = assignment === null ? room : relayStub(c.env, assignment.room, assignment.relay)
  const { url, headers } = writeUpgradeRequest({ ...upgrade, assignment, joinIntent: null })
  const response = await target.fetch(url, { headers })
  if (response.status !== 101) return refuseRequest(c, await response.json<Refusal>())
  rememberProven({ token: upgrade.token })
  return response
}

/**
 * Checks that a room has the relay that a token names. Each isolate of the Worker asks the room once for each relay, so that a
 * made-up token wakes no relay where nobody sits.
 */
async function checkRelay(c: Context<RoomEnv>, { room, relay }: RelayAssignment): Promise<Result<void>> {
  const claim = { relay: `${room} ${relay}` }
  if (isProven(claim)) return ok()
  const result = await c.get('room').checkRelay(relay)
  if (result.ok) rememberProven(claim)
  return result
}

/**
 * Takes a seat, or finds the one that the token proves, and opens a socket. A seat that turns out to be at a relay costs a second
 * call. Cookies that make somebody a host or a facilitator count for nothing here: no script can read them, but scripts get the
 * new token.
 */
async function joinAndOpenSocket(
  c: Context<RoomEnv>,
  offer: string,
  resumed: Pick<UpgradeRequest, 'afterSeq' | 'afterEpoch' | 'afterRev'>,
): Promise<Response> {
  const limited = await checkRateLimit(c, 'JOIN_RATE_LIMIT')
  if (!limited.ok) return refuseRequest(c, limited.refusal)
  const parsed = offer === '' ? {} : parseJson(Buffer.from(offer, 'base64url'))
  if (parsed === undefined)
    return refuseRequest(c, invalidRequest('', `What follows ${JOIN_PROTOCOL} is not JSON in base64url.`))
  const checked = checkSchema(JoinOffer, parsed)
  if (checked.refusal) return refuseRequest(c, checked.refusal)
  const { token, ...request } = checked.value
  const room = c.get('room')
  const { url, headers } = writeUpgradeRequest({
    token: token ?? readRoomCookies(c).token ?? '',
    ...resumed,
    assignment: null,
    protocol: JOIN_PROTOCOL,
    includeToken: token !== undefined,
    joinIntent: { request, region: readRegion(c), source: hashClientAddress(c, room.id.toString()) },
  })
  const response = await room.fetch(url, { headers })
  if (response.status === 101) return response
  if (!response.ok) return refuseRequest(c, await response.json<Refusal>())
  const relaySeat = await response.json<RelaySeat>()
  return openSocket(c, { ...relaySeat, ...resumed, protocol: JOIN_PROTOCOL })
}
