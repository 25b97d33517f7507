import { CLOSE, REPLACED } from '../../protocol/close.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import { log } from '../log.ts'
import { hashSecret, parseToken } from '../secrets/token.ts'
import { acceptSocket } from '../sockets/accept.ts'
import { refuseForNow } from '../sockets/refuse-for-now.ts'
import { closeQuietly } from '../sockets/send.ts'
import type { UpgradeRequest } from '../sockets/upgrade-request.ts'
import type { Attendance } from './attendance.ts'
import type { Desk, Seated } from './join.ts'
import type { Live, Member } from './live.ts'
import type { Store } from './store.ts'

/** A seat that was asked for with its socket and is at a relay: there the socket belongs, too. */
export type AtRelay = Pick<UpgradeRequest, 'token' | 'includeToken'>

/** Takes the upgrade of somebody who sits at the room itself. The token was checked, and is told where that is asked for. */
export function connect(
  ctx: DurableObjectState,
  attendance: Attendance,
  live: Live,
  member: Member,
  { token, after, protocol, includeToken }: Omit<UpgradeRequest, 'joinIntent'>,
  now: number,
): Result<Response> {
  // Its sockets belong to its relay; the Worker knows that by the token.
  if (member.relay !== null) return refused('not-a-participant')
  const refusal = refuseForNow(live.crowd.waitToOpen(member.participantId, member, now))
  if (refusal) return refused(refusal)
  if (live.crowd.hasAllConnections(member)) shutQuietest(attendance, live, member, now)
  const { response, socket } = acceptSocket(ctx, member.participantId, protocol, tokenHash(member, token))
  const isFirst = live.crowd.addConnection(socket, member, now)
  if (isFirst) attendance.arrived(live, member, now)
  live.newcomers.push({ socket, member, after, told: includeToken ? token : undefined })
  return ok(response)
}

/** Opens the socket of somebody who has just got or found a seat. A new token is told: there is no cookie that could hold it. */
export function connectSeated(
  ctx: DurableObjectState,
  { attendance, seats }: Desk,
  live: Live,
  { upgrade, seated, now }: { upgrade: UpgradeRequest; seated: Seated; now: number },
): Result<Response> {
  const { member, token } = seated
  const held = token === null ? upgrade : { ...upgrade, token, includeToken: true }
  if (member.relay === null) {
    const connected = connect(ctx, attendance, live, member, held, now)
    // Nobody would know the token of a seat that was taken with it.
    if (connected.refusal && token !== null) seats.leave(live, member)
    return connected
  }
  return ok(Response.json({ token: held.token, includeToken: held.includeToken } satisfies AtRelay))
}

/**
 * Welcomes the sockets that opened in this turn. The welcome is the first thing each of them hears, and says all that
 * happened until now: what waits to be told is no news to them.
 */
export function welcome(store: Store, attendance: Attendance, live: Live, now: number): void {
  for (const { socket, member, after, told } of live.newcomers.splice(0)) {
    // It was closed again: to make place for another one of the same participant.
    if (live.crowd.findConnection(socket) === undefined) continue
    try {
      const spare = live.crowd.spareCharacters(member, now)
      const { frame, mark } = live.welcomes.make(store, live, { member, after, token: told, spare }, now)
      live.crowd.sendWelcome(socket, frame, live.telling.isEmpty ? null : mark)
      attendance.recordWelcome(live)
    } catch (error) {
      // One of them must not take the others with it; it comes back.
      log('not-welcomed', error)
      attendance.dropped(live, socket, now)
      closeQuietly(socket, CLOSE.tooSlow, 'come back')
    }
  }
}

/** Makes room for one more socket of a member: closes the one that was silent for longest. */
function shutQuietest(attendance: Attendance, live: Live, member: Member, now: number): void {
  const quietest = live.crowd.findQuietestSocket(member)
  if (quietest === null) return
  live.crowd.closeMisbehaving(quietest, CLOSE.flooding, REPLACED)
  attendance.dropped(live, quietest, now)
}

/** The hash of a facilitator's token, by which its sockets are known when its session ends. */
function tokenHash({ role }: Member, token: string): string | undefined {
  const secret = role === 'facilitator' ? parseToken(token)?.secret : undefined
  return secret === undefined ? undefined : hashSecret(secret)
}
