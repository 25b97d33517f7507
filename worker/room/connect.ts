import { CLOSE, REPLACED } from '../../protocol/close.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import { log } from '../log.ts'
import { hashSecret } from '../secrets/secret.ts'
import { parseToken } from '../secrets/token.ts'
import { acceptSocket } from '../sockets/accept.ts'
import { refuseForNow } from '../sockets/refuse-for-now.ts'
import { closeQuietly } from '../sockets/send.ts'
import type { UpgradeRequest } from '../sockets/upgrade-request.ts'
import type { JoinServices, TakenSeat } from './join.ts'
import type { PresenceTracker } from './state/presence-tracker.ts'
import type { RoomParticipant, RoomState } from './state/room-state.ts'
import type { RoomStore } from './storage/store.ts'

/** A seat that was asked for with its socket and is at a relay: there the socket belongs, too. */
export type AtRelay = Pick<UpgradeRequest, 'token' | 'includeToken'>

/** Takes the upgrade of somebody who sits at the room itself. The token was checked, and is told where that is asked for. */
export function connectSocket(
  ctx: DurableObjectState,
  attendance: PresenceTracker,
  live: RoomState,
  member: RoomParticipant,
  { token, afterSeq: after, protocol, includeToken }: Omit<UpgradeRequest, 'joinIntent'>,
  now: number,
): Result<Response> {
  // Its sockets belong to its relay; the Worker knows that by the token.
  if (member.relay !== null) return refused('not-a-participant')
  const refusal = refuseForNow(live.connections.getUpgradeWait(member.participantId, member, now))
  if (refusal) return refused(refusal)
  if (live.connections.isAtConnectionLimit(member)) closeQuietest(attendance, live, member, now)
  const { response, socket } = acceptSocket(ctx, member.participantId, protocol, tokenHash(member, token))
  const isFirst = live.connections.addConnection(socket, member, now)
  if (isFirst) attendance.connected(live, member, now)
  live.pendingWelcomes.push({ socket, participant: member, after, token: includeToken ? token : undefined })
  return ok(response)
}

/** Opens the socket of somebody who has just got or found a seat. A new token is told: there is no cookie that could hold it. */
export function connectSeated(
  ctx: DurableObjectState,
  { presence: attendance, participants: seats }: JoinServices,
  live: RoomState,
  { upgrade, seated, now }: { upgrade: UpgradeRequest; seated: TakenSeat; now: number },
): Result<Response> {
  const { participant: member, token } = seated
  const held = token === null ? upgrade : { ...upgrade, token, includeToken: true }
  if (member.relay === null) {
    const connected = connectSocket(ctx, attendance, live, member, held, now)
    // Nobody would know the token of a seat that was taken with it.
    if (connected.refusal && token !== null) seats.leaveSeat(live, member)
    return connected
  }
  return ok(Response.json({ token: held.token, includeToken: held.includeToken } satisfies AtRelay))
}

/**
 * Welcomes the sockets that opened in this turn. The welcome is the first thing each of them hears, and says all that
 * happened until now: what waits to be told is no news to them.
 */
export function sendWelcomes(
  store: RoomStore,
  attendance: PresenceTracker,
  live: RoomState,
  now: number,
): void {
  for (const { socket, participant: member, after, token: told } of live.pendingWelcomes.splice(0)) {
    // It was closed again: to make place for another one of the same participant.
    if (live.connections.findConnection(socket) === undefined) continue
    try {
      const spare = live.connections.getSpareCharacters(member, now)
      const { frame, mark } = live.welcomeCache.makeWelcome(
        store,
        live,
        { participant: member, after, token: told, spare },
        now,
      )
      live.connections.sendWelcome(socket, frame, live.events.isEmpty ? null : mark)
      attendance.recordWelcome(live)
    } catch (error) {
      // One of them must not take the others with it; it comes back.
      log('welcome-failed', error)
      attendance.socketClosed(live, socket, now)
      closeQuietly(socket, CLOSE.tooSlow, 'come back')
    }
  }
}

/** Makes room for one more socket of a member: closes the one that was silent for longest. */
function closeQuietest(
  attendance: PresenceTracker,
  live: RoomState,
  member: RoomParticipant,
  now: number,
): void {
  const quietest = live.connections.findQuietestSocket(member)
  if (quietest === null) return
  live.connections.closeMisbehavingSocket(quietest, CLOSE.flooding, REPLACED)
  attendance.socketClosed(live, quietest, now)
}

/** The hash of a facilitator's token, by which its sockets are known when its session ends. */
function tokenHash({ role }: RoomParticipant, token: string): string | undefined {
  const secret = role === 'facilitator' ? parseToken(token)?.secret : undefined
  return secret === undefined ? undefined : hashSecret(secret)
}
