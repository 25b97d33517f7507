import { CLOSE } from '../../protocol/close.ts'
import { CONNECTIONS_MAX } from '../../protocol/limits.ts'
import type { Answer } from '../../protocol/refusal.ts'
import { log } from '../log.ts'
import { openSocket } from '../sockets/open.ts'
import { close } from '../sockets/say.ts'
import type { Live, Member } from './live.ts'
import type { Seats } from './seats.ts'
import type { Store } from './store.ts'

/** Takes the upgrade of somebody who sits at the room itself. @param after the highest `seq` that the client has */
export function connect(
  ctx: DurableObjectState,
  seats: Seats,
  live: Live,
  member: Member,
  after: number | undefined,
  now: number,
): Answer<Response> {
  // Its sockets belong to its relay; the Worker knows that by the token.
  if (member.relay !== null) return { refusal: { code: 'not-a-participant' } }
  if (member.sockets.size >= CONNECTIONS_MAX) shutQuietest(seats, live, member, now)
  const { response, socket } = openSocket(ctx, member.participantId)
  const isFirst = live.crowd.add(socket, member, now)
  if (isFirst) seats.arrived(live, member)
  live.newcomers.push({ socket, member, after })
  return { value: response }
}

/**
 * Welcomes the sockets that opened in this turn. The welcome is the first thing each of them hears, and says all that
 * happened until now: what waits to be told is no news to them.
 */
export function welcome(store: Store, seats: Seats, live: Live, now: number): void {
  for (const { socket, member, after } of live.newcomers.splice(0)) {
    try {
      const { frame, mark } = live.welcomes.make(store, live, member, after, now)
      live.crowd.welcome(socket, frame, live.telling.isQuiet ? null : mark)
    } catch (error) {
      // One of them must not take the others with it; it comes back.
      log('not-welcomed', error)
      seats.dropped(live, socket, now)
      close(socket, CLOSE.tooSlow, 'come back')
    }
  }
}

/** Makes room for one more socket of a member: closes the one that was silent for longest. */
function shutQuietest(seats: Seats, live: Live, member: Member, now: number): void {
  const quietest = live.crowd.quietest(member)
  if (quietest === null) return
  live.crowd.shut(quietest, CLOSE.flooding)
  seats.dropped(live, quietest, now)
}
