import { CLOSE } from '../../protocol/close.ts'
import type { ConnectionOwner } from '../broadcast/connection.ts'
import type { ConnectionRegistry } from '../broadcast/connections.ts'
import {
  closeMisbehavingSocket,
  closeReplacedSocket,
  type MisbehaviourCode,
} from '../broadcast/misbehaving-sockets.ts'
import type { Departure, Disconnection } from '../relay-protocol/calls.ts'
import { closeQuietly, disconnectSocket } from '../sockets/send.ts'
import type { DeliveryPosition } from './delivery-position.ts'
import type { RelayParticipants } from './relay-participants.ts'
import type { RoomLink } from './room-link.ts'

/** When a participant was last seen, and how its last connection ended. */
type DepartureDetails = Omit<Departure, 'participantId'>

/** What departures are reported of, and to whom. */
interface DeparturesOptions {
  connections: ConnectionRegistry<ConnectionOwner>
  participants: RelayParticipants
  position: DeliveryPosition
  roomLink: RoomLink
  /** Called where nobody is here any more. */
  onEmpty: (now: number) => void
}

/** Removes the sockets of a relay that close or have to be closed, and reports to the room who has none left. */
export class Departures {
  readonly #options: DeparturesOptions

  constructor(options: DeparturesOptions) {
    this.#options = options
  }

  /** Removes a socket. Reports to the room where it was its owner's last one. */
  removeConnection(socket: WebSocket, details: DepartureDetails, now: number): void {
    const { connections, position } = this.#options
    const participant = connections.removeConnection(socket)
    connections.storeDeliveredSeq(position.seq)
    if (participant) this.removeParticipant(participant, details, now)
  }

  /** Removes a participant that has no socket any more, and reports it to the room. */
  removeParticipant(participant: ConnectionOwner, details: DepartureDetails, now: number): void {
    const { connections, participants, roomLink, onEmpty } = this.#options
    participants.removeParticipant(participant, now)
    roomLink.reportLeave({ participantId: participant.participantId, ...details })
    if (connections.size === 0) onEmpty(now)
  }

  /** Closes dead connections. Called whenever something happens at the relay. */
  closeDeadConnections(now: number): void {
    for (const { socket, lastSeenAt } of this.#options.connections.takeDeadConnections(now)) {
      this.removeConnection(socket, { lastSeenAt, cause: 'dead' }, now)
      closeQuietly(socket, 1000, '')
    }
  }

  /** Closes the sockets that read too slowly. Their clients come back and resume. */
  closeSlowSockets(now: number): void {
    for (const socket of this.#options.connections.takeSlowSockets())
      this.closeMisbehavingSocket(socket, CLOSE.tooSlow, now)
  }

  /** Closes a socket that misbehaved. */
  closeMisbehavingSocket(socket: WebSocket, code: MisbehaviourCode, now: number): void {
    this.removeConnection(socket, { lastSeenAt: now, cause: 'cut' }, now)
    closeMisbehavingSocket(socket, code)
  }

  /** Closes a socket that a newer one of the same participant replaces. */
  closeReplacedSocket(socket: WebSocket, now: number): void {
    this.removeConnection(socket, { lastSeenAt: now, cause: 'cut' }, now)
    closeReplacedSocket(socket)
  }

  /** Closes all sockets of somebody who is no participant any more. The room knows that already. */
  disconnectParticipant({ participantId, code }: Disconnection, now: number): void {
    const { participants, roomLink } = this.#options
    for (const socket of [...(participants.get(participantId)?.sockets ?? [])]) {
      this.removeConnection(socket, { lastSeenAt: now, cause: 'cut' }, now)
      disconnectSocket(socket, code)
    }
    roomLink.cancelLeave(participantId)
  }
}
