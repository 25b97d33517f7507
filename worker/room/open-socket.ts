import { CLOSE } from '../../protocol/close.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { ConnectionRegistry } from '../broadcast/connections.ts'
import type { EventQueue } from '../broadcast/event-queue.ts'
import { checkWait } from '../broadcast/token-bucket.ts'
import { log } from '../log.ts'
import { hashSecret, type TokenHash } from '../secrets/secret.ts'
import { parseToken } from '../secrets/token.ts'
import { acceptSocket } from '../sockets/accept.ts'
import { closeQuietly } from '../sockets/send.ts'
import { proveToken, type UpgradeRequest } from '../sockets/upgrade-request.ts'
import type { SocketCloser } from './close-sockets.ts'
import type { AdmittedSocket } from './door-sockets.ts'
import type { RoomParticipant } from './state/participant.ts'
import type { PresenceTracker } from './state/presence-tracker.ts'
import type { RoomView } from './state/room-view.ts'
import type { Seats, TakenSeat } from './state/seats.ts'
import type { WelcomeCache } from './state/welcome-cache.ts'

/**
 * The answer to somebody who asked for a seat together with its socket, and whose seat is at a relay: the socket opens
 * there.
 */
export type RelaySeat = Pick<UpgradeRequest, 'token' | 'includeToken'>

/** What opening a socket depends on. */
export interface SocketOpenerOptions {
  ctx: DurableObjectState
  connections: ConnectionRegistry<RoomParticipant>
  presence: PresenceTracker
  socketCloser: SocketCloser
  seats: Seats
  events: EventQueue
  view: RoomView
  welcomes: WelcomeCache
}

/** A socket that waits for its welcome. */
interface PendingWelcome {
  socket: WebSocket
  participant: RoomParticipant
  /** The highest `seq` that the client has. */
  afterSeq: number | undefined
  /** The highest epoch whose key the client has. */
  afterEpoch?: number | undefined
  /** The highest change that the client was told. */
  afterRev?: number | undefined
  /** The token that its welcome includes, where it includes one. */
  token: string | undefined
}

/** Opens the sockets at the room itself, and welcomes them. */
export class SocketOpener {
  readonly #options: SocketOpenerOptions
  /**
   * Sockets that opened in this batch. They are welcomed at its end, so that the welcome contains what happened in it.
   */
  #pending: PendingWelcome[] = []

  constructor(options: SocketOpenerOptions) {
    this.#options = options
  }

  /** Opens a socket for a participant whose token was checked. Refuses one who sits at a relay. */
  openSocket(
    participant: RoomParticipant,
    { token, afterSeq, afterEpoch, afterRev, protocol, includeToken }: Omit<UpgradeRequest, 'joinIntent'>,
    now: number,
  ): Result<Response> {
    const { ctx, connections, presence, socketCloser } = this.#options
    // The Worker reads the relay in the token, and sends such an upgrade there.
    if (participant.relay !== null) return refused('not-a-participant')
    const checkedWait = checkWait(connections.getUpgradeWait(participant.participantId, participant, now))
    if (!checkedWait.ok) return checkedWait
    const replaced = connections.findReplacedSocket(participant)
    if (replaced) socketCloser.closeReplacedSocket(replaced, now)
    const tokenHash = tokenHashFor(participant, token)
    const kept = tokenHash === undefined ? {} : { tokenHash }
    const { response, socket } = acceptSocket(ctx, participant.participantId, protocol, kept)
    const isFirst = connections.addConnection(socket, participant, now)
    if (isFirst) presence.recordConnection(participant, now)
    this.#pending.push({
      socket,
      participant,
      afterSeq,
      afterEpoch,
      afterRev,
      token: includeToken ? token : undefined,
    })
    return ok(response)
  }

  /** Takes the sockets with which somebody waited at the door who is let in now. They are welcomed like any others. */
  adoptSockets(participant: RoomParticipant, sockets: readonly AdmittedSocket[], now: number): void {
    const { connections, presence } = this.#options
    for (const { socket, afterSeq, afterEpoch } of sockets) {
      const isFirst = connections.adoptConnection(socket, participant, now)
      if (isFirst) presence.recordConnection(participant, now)
      // Whoever knocked with this socket has had the token since.
      this.#pending.push({ socket, participant, afterSeq, afterEpoch, token: undefined })
    }
  }

  /**
   * Opens the socket of somebody who has just taken or found a seat. The welcome includes the token of a new seat, because
   * the answer to an upgrade sets no cookie.
   */
  openSocketForSeat(upgrade: UpgradeRequest, seat: TakenSeat, now: number): Result<Response> {
    const { participant, token } = seat
    const proven = proveToken(upgrade, token)
    if (participant.relay !== null) {
      const answer: RelaySeat = { token: proven.token, includeToken: proven.includeToken }
      return ok(Response.json(answer))
    }
    const opened = this.openSocket(participant, proven, now)
    // The token would have come with the welcome: without it nobody can use a new seat.
    if (!opened.ok && token !== null) this.#options.seats.freeSeat(participant)
    return opened
  }

  /**
   * Welcomes the sockets that opened in this batch. The welcome is the first frame that each of them receives. It contains
   * everything that happened until now, also what is still queued, which therefore is not sent to them again.
   */
  sendWelcomes(now: number): void {
    if (this.#pending.length === 0) return
    const { connections, presence, events, view, welcomes } = this.#options
    const pending = this.#pending
    this.#pending = []
    for (const { socket, participant, afterSeq, afterEpoch, afterRev, token } of pending) {
      // A socket may be closed again by now, because a newer one of the same participant replaced it.
      if (connections.findConnection(socket) === undefined) continue
      try {
        const spareCharacters = connections.getSpareCharacters(participant, now)
        const room = view.toPublicRoom(now)
        const { frame, cursor } = welcomes.makeWelcome({
          participant,
          room,
          afterSeq,
          afterEpoch,
          afterRev,
          token,
          spareCharacters,
        })
        connections.sendWelcome(socket, frame, events.isEmpty ? null : cursor)
        presence.events.recordWelcome()
      } catch (error) {
        // A welcome that fails must not take the others with it. Its client connects again.
        log('welcome-failed', error)
        presence.removeSocket(socket, now)
        closeQuietly(socket, CLOSE.tooSlow, 'come back')
      }
    }
  }
}

/** @returns the hash of a facilitator's token, by which its sockets are known when its session ends */
function tokenHashFor({ role }: RoomParticipant, token: string): TokenHash | undefined {
  const secret = role === 'facilitator' ? parseToken(token)?.secret : undefined
  return secret === undefined ? undefined : hashSecret(secret)
}
