import { CLOSE } from '../../protocol/close.ts'
import type { ParticipantId } from '../../protocol/participant.ts'
import type { ConnectionRegistry } from '../broadcast/connections.ts'
import { closeMisbehavingSocket, closeReplacedSocket } from '../broadcast/misbehaving-sockets.ts'
import type { Disconnection } from '../relay-protocol/calls.ts'
import { closeQuietly, disconnectSocket } from '../sockets/send.ts'
import type { Relays } from './relays/relays.ts'
import type { MessageIndex } from './state/message-index.ts'
import type { RoomParticipant } from './state/participant.ts'
import type { PresenceTracker } from './state/presence-tracker.ts'

/** What sockets are closed at, and who records it. */
interface SocketCloserOptions {
  connections: ConnectionRegistry<RoomParticipant>
  relays: Relays
  presence: PresenceTracker
  messages: Pick<MessageIndex, 'lastSeq'>
}

/** Closes the sockets that the room does not want any more, and records that they are gone. */
export class SocketCloser {
  readonly #options: SocketCloserOptions

  constructor(options: SocketCloserOptions) {
    this.#options = options
  }

  /** Closes the connections that have been silent for so long that nobody can be at their other end. */
  closeDeadConnections(now: number): void {
    const { connections, presence } = this.#options
    for (const { socket, lastSeenAt } of connections.takeDeadConnections(now)) {
      const participant = connections.removeConnection(socket)
      closeQuietly(socket, 1000, '')
      if (participant !== null) presence.recordDisconnection(participant, { lastSeenAt, cause: 'dead' }, now)
    }
  }

  /** Closes the sockets that are too far behind. Their participants connect again and resume. */
  closeSlowSockets(now: number): void {
    for (const socket of this.#options.connections.takeSlowSockets()) this.closeSlowSocket(socket, now)
  }

  /** Closes a socket that is too far behind. */
  closeSlowSocket(socket: WebSocket, now: number): void {
    closeMisbehavingSocket(socket, CLOSE.tooSlow)
    this.#options.presence.removeSocket(socket, now)
  }

  /** Closes a socket that a newer one of the same participant replaces. */
  closeReplacedSocket(socket: WebSocket, now: number): void {
    closeReplacedSocket(socket)
    this.#options.presence.removeSocket(socket, now)
  }

  /**
   * Closes every socket of somebody who is no participant any more, and announces the leave at once.
   * @param by who removed them; undefined where nobody did
   */
  disconnectParticipant(participant: RoomParticipant, code: Disconnection['code'], by?: ParticipantId): void {
    const { connections, relays, presence, messages } = this.#options
    const { relay, participantId } = participant
    for (const socket of [...participant.sockets]) {
      connections.removeConnection(socket)
      disconnectSocket(socket, code)
    }
    // The seat's rate limits go on for the next participant, who must not wait for what a removed one did.
    if (code === 'removed') participant.frames?.forgiveDebt(Date.now())
    const wasPresent = presence.removePresent(participant, by)
    // The room may be wrong about who is at a relay. A removed participant must not go on receiving because of that.
    if (relay !== null && (wasPresent || code === 'removed'))
      relays.disconnectParticipant(relay, messages.lastSeq, { participantId, code })
  }
}
