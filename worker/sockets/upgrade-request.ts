import type { JoinRequest } from '../../protocol/participant.ts'
import { type Result, STATUS } from '../../protocol/refusal.ts'
import type { Region } from '../relay-protocol/placement.ts'
import { parseToken } from '../secrets/token.ts'

/** Whose relay one is. */
export interface RelayAssignment {
  /** The id of the room's object, from which the room's own can't be told. */
  room: string
  relay: string
}

/** A seat that is asked for with its socket, and from where. */
export interface JoinIntent {
  request: JoinRequest
  region: Region
  /** Who is counted where the password is wrong. */
  source: string
}

/**
 * An upgrade, as the Worker hands it to the object to which its socket belongs: with the token, from a cookie or from
 * the client itself, and no other cookie.
 */
export interface UpgradeRequest {
  token: string
  /** The highest `seq` that the client has; undefined where it has none. */
  afterSeq: number | undefined
  /** The relay it belongs to; null at the room itself. */
  assignment: RelayAssignment | null
  /** The WebSocket subprotocol that the client offers and is to be told; null where it offers none of ours. */
  protocol: string | null
  /** Whether the welcome says the token: to a client that keeps it by itself. */
  includeToken: boolean
  /** What comes before the socket, where there may be no seat yet; asked of the room itself only. */
  joinIntent: JoinIntent | null
}

/** Writes an upgrade as the request that an object is asked with. */
export function writeUpgradeRequest({
  token,
  afterSeq: after,
  assignment,
  protocol,
  includeToken,
  joinIntent,
}: UpgradeRequest): {
  url: string
  headers: Record<string, string>
} {
  return {
    url: after === undefined ? 'https://room/' : `https://room/?after=${after}`,
    headers: {
      upgrade: 'websocket',
      // What is no token finds no seat, and not every text may travel in a header.
      'x-token': parseToken(token) ? token : '',
      ...(assignment && { 'x-room': assignment.room, 'x-relay': assignment.relay }),
      ...(protocol !== null && { 'x-protocol': protocol }),
      ...(includeToken && { 'x-include-token': '1' }),
      // A header takes no letters beyond Latin-1. Of one with `secret` or `token` in its name the platform logs no value.
      ...(joinIntent && { 'x-asking-secret': encodeURIComponent(JSON.stringify(joinIntent)) }),
    },
  }
}

/** Reads what the Worker wrote, and has checked. */
export function readUpgradeRequest({ url, headers }: Request): UpgradeRequest {
  const after = /[?&]after=(\d+)/.exec(url)?.[1]
  const room = headers.get('x-room')
  const relay = headers.get('x-relay')
  const joinIntent = headers.get('x-asking-secret')
  return {
    token: headers.get('x-token') ?? '',
    afterSeq: after === undefined ? undefined : Number(after),
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
