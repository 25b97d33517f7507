import type { JoinRequest } from '../../protocol/participant.ts'
import { type Result, STATUS } from '../../protocol/refusal.ts'
import type { Region, RelayName } from '../relay-protocol/placement.ts'
import { parseToken } from '../secrets/token.ts'

/** Which room a relay serves, and as which of its relays. */
export interface RelayAssignment {
  /** The id of the room's object, which reveals nothing about the room id. */
  room: string
  relay: RelayName
}

/** A request for a seat that comes with the upgrade. */
interface JoinIntent {
  request: JoinRequest
  region: Region
  /** Who a wrong password is counted for. */
  source: string
}

/**
 * An upgrade as the Worker sends it to the object where its socket belongs. It has the token, from the cookie or from the
 * client itself, and no other cookie.
 */
export interface UpgradeRequest {
  token: string
  /** The highest `seq` that the client has; undefined where it has none. */
  afterSeq: number | undefined
  /** The highest epoch whose key the client has; undefined where it names none. */
  afterEpoch?: number | undefined
  /** The highest change that the client was told; undefined where it names none. */
  afterRev?: number | undefined
  /** The relay where the socket belongs; null where it belongs at the room itself. */
  assignment: RelayAssignment | null
  /** The WebSocket subprotocol that the answer accepts; null where the client offers none of ours. */
  protocol: string | null
  /** Whether the welcome contains the token, for a client that keeps it by itself. */
  includeToken: boolean
  /** The seat to take before the socket opens; null where there is one. Only the room itself gets one of these. */
  joinIntent: JoinIntent | null
}

/** Returns an upgrade with the token that was made for it, which its first event includes; null where it had a good one. */
export function proveToken(upgrade: UpgradeRequest, token: string | null): UpgradeRequest {
  return token === null ? upgrade : { ...upgrade, token, includeToken: true }
}

/** Returns the request that carries an upgrade to an object. */
export function writeUpgradeRequest({
  token,
  afterSeq,
  afterEpoch,
  afterRev,
  assignment,
  protocol,
  includeToken,
  joinIntent,
}: UpgradeRequest): { url: string; headers: Record<string, string> } {
  const cursors = new URLSearchParams()
  if (afterSeq !== undefined) cursors.set('after', String(afterSeq))
  if (afterEpoch !== undefined) cursors.set('epoch', String(afterEpoch))
  if (afterRev !== undefined) cursors.set('rev', String(afterRev))
  return {
    url: `https://room/?${cursors}`,
    headers: {
      upgrade: 'websocket',
      // Not every text may be in a header, and what is no token finds no seat anyway.
      'x-token': parseToken(token) ? token : '',
      ...(assignment && { 'x-room': assignment.room, 'x-relay': assignment.relay }),
      ...(protocol !== null && { 'x-protocol': protocol }),
      ...(includeToken && { 'x-include-token': '1' }),
      // A header can hold Latin-1 only. The platform logs no value of a header with `secret` or `token` in its name.
      ...(joinIntent && { 'x-join-intent-secret': encodeURIComponent(JSON.stringify(joinIntent)) }),
    },
  }
}

/** Reads an upgrade from a request. It needs no checks: the Worker wrote it, and only the Worker reaches the object. */
export function readUpgradeRequest({ url, headers }: Request): UpgradeRequest {
  const afterSeq = /[?&]after=(\d+)/.exec(url)?.[1]
  const afterEpoch = /[?&]epoch=(\d+)/.exec(url)?.[1]
  const afterRev = /[?&]rev=(\d+)/.exec(url)?.[1]
  const room = headers.get('x-room')
  const relay = headers.get('x-relay') as RelayName | null
  const joinIntent = headers.get('x-join-intent-secret')
  return {
    token: headers.get('x-token') ?? '',
    afterSeq: afterSeq === undefined ? undefined : Number(afterSeq),
    afterEpoch: afterEpoch === undefined ? undefined : Number(afterEpoch),
    afterRev: afterRev === undefined ? undefined : Number(afterRev),
    assignment: room !== null && relay !== null ? { room, relay } : null,
    protocol: headers.get('x-protocol'),
    includeToken: headers.get('x-include-token') !== null,
    joinIntent: joinIntent === null ? null : JSON.parse(decodeURIComponent(joinIntent)),
  }
}

/** Returns an object's answer to an upgrade. A refusal is its body, and has the refusal's own status. */
export function answerUpgrade(result: Result<Response>): Response {
  return result.ok ? result.value : Response.json(result.refusal, { status: STATUS[result.refusal.code] })
}
