import type { Result } from '../../protocol/refusal.ts'
import type { ConnectionOwner, DisconnectCause } from '../broadcast/connection.ts'
import type { ConnectionRegistry } from '../broadcast/connections.ts'
import type {
  RelayToRoom,
  RelayToRoomAnswer,
  RoomToRelay,
  RoomToRelayAnswer,
} from '../relay-protocol/calls.ts'
import type { RelayName } from '../relay-protocol/placement.ts'
import { readAttachment } from '../sockets/attachment.ts'
import type { UpgradeRequest } from '../sockets/upgrade-request.ts'
import { AdmissionBuffer } from './admission-buffer.ts'
import { Admissions } from './admissions.ts'
import { DeliveryPosition } from './delivery-position.ts'
import { Departures } from './departures.ts'
import { FrameReceiver } from './frame-receiver.ts'
import { HeldAnswers } from './held-answers.ts'
import { RelayParticipants } from './relay-participants.ts'
import { RoomLink } from './room-link.ts'

/** What a relay's service needs of the relay's object. */
interface RelayServiceOptions {
  ctx: DurableObjectState
  connections: ConnectionRegistry<ConnectionOwner>
  /** The relay's name. */
  relay: RelayName
  callRoom: (call: RelayToRoom) => Promise<RelayToRoomAnswer>
  /** Whether this service still is the object's. */
  isServing: () => boolean
  /** Called whenever the room has admitted somebody, before the socket is accepted. */
  onAdmitted: () => void
  /** Called whenever the room has answered. @param endsAt when the room ends, as of now; Unix milliseconds */
  onAnswered: (endsAt: number) => void
  /** Called once the room is over. */
  onRoomOver: () => void
  /** Called where the last socket has closed. */
  onEmpty: (now: number) => void
}

/** What a relay does for the room that it serves: it holds sockets, passes on what they send, and delivers what the room sends. */
export class RelayService {
  readonly #connections: ConnectionRegistry<ConnectionOwner>
  readonly #participants = new RelayParticipants()
  readonly #position = new DeliveryPosition()
  readonly #buffer = new AdmissionBuffer()
  readonly #heldAnswers = new HeldAnswers(this.#position)
  readonly #roomLink: RoomLink
  readonly #departures: Departures
  readonly #admissions: Admissions
  readonly #frameReceiver: FrameReceiver

  constructor(options: RelayServiceOptions) {
    const { ctx, connections, relay, callRoom, onAnswered, onRoomOver } = options
    this.#connections = connections
    this.#roomLink = new RoomLink({
      relay,
      listPresent: () => this.#participants.listIds(),
      callRoom,
      step: () => ctx.storage.sync(),
      onRoomWake: (wakeId) => this.#recordRoomWake(wakeId),
      onAnswered: (endsAt) => {
        this.#buffer.clear()
        onAnswered(endsAt)
      },
      onRoomOver,
    })
    const shared = { connections, position: this.#position, roomLink: this.#roomLink }
    this.#departures = new Departures({
      ...shared,
      participants: this.#participants,
      onEmpty: options.onEmpty,
    })
    this.#admissions = new Admissions({
      ...shared,
      ctx,
      participants: this.#participants,
      buffer: this.#buffer,
      departures: this.#departures,
      isServing: options.isServing,
      onAdmitted: options.onAdmitted,
    })
    this.#frameReceiver = new FrameReceiver({
      ...shared,
      heldAnswers: this.#heldAnswers,
      departures: this.#departures,
    })
  }

  /** Whether nobody is connected here or about to be. */
  get isEmpty(): boolean {
    return this.#connections.size === 0 && !this.#roomLink.isAdmitting
  }

  /** Whether the room knows who is connected here. */
  get isPresenceReported(): boolean {
    return this.#roomLink.isPresenceReported
  }

  /** Adds the sockets that stayed open while the object slept. */
  restoreConnections(sockets: readonly WebSocket[], now: number): void {
    for (const socket of sockets) {
      const attachment = readAttachment(socket)
      if (attachment === null) continue
      this.#position.raiseSeq(attachment.deliveredSeq ?? 0)
      if (socket.readyState !== WebSocket.OPEN) continue
      const participant = this.#participants.ensureParticipant(attachment.participantId)
      this.#connections.restoreConnection(socket, participant, attachment, now)
    }
    this.#connections.storeDeliveredSeq(this.#position.seq)
  }

  /** Opens a socket. Returns the answer to the upgrade, or why it is refused. */
  openSocket(upgrade: UpgradeRequest): Promise<Result<Response>> {
    const now = Date.now()
    this.#departures.closeDeadConnections(now)
    return this.#admissions.requestAdmission(upgrade, now)
  }

  /** Takes a frame of a socket. */
  receiveFrame(socket: WebSocket, frame: string | ArrayBuffer): void {
    this.#frameReceiver.receiveFrame(socket, frame)
  }

  /** Removes a socket that has closed. */
  socketClosed(socket: WebSocket, cause: DisconnectCause): void {
    const now = Date.now()
    this.#departures.removeConnection(socket, { lastSeenAt: now, cause }, now)
  }

  /** Delivers what the room sends, and then closes the sockets that it names. */
  deliverBatch(batch: RoomToRelay): RoomToRelayAnswer {
    const position = this.#position
    const now = Date.now()
    this.#departures.closeDeadConnections(now)
    if (this.#connections.size > 0 && batch.afterSeq > position.seq)
      return { missingAfter: position.seq, isEmpty: false }
    this.#recordRoomWake(batch.wakeId)
    const events = position.takeNewEvents(batch)
    if (this.#roomLink.isAdmitting) this.#buffer.addEvents(events)
    this.#connections.broadcastEvents(events, this.#participants, position.cursor)
    this.#connections.storeDeliveredSeq(position.seq)
    this.#heldAnswers.releaseAnswers()
    for (const disconnection of batch.disconnections) {
      if (this.#roomLink.isAdmitting) this.#buffer.addDisconnected(disconnection.participantId)
      this.#departures.disconnectParticipant(disconnection, now)
    }
    this.#departures.closeSlowSockets(now)
    return { missingAfter: null, isEmpty: this.isEmpty }
  }

  /** Reports to the room who is connected here, and asks whether it still exists. */
  reportPresence(): void {
    this.#roomLink.reportPresence()
  }

  /** Notes which waking of the room calls or answers: the ticks of events start again with each. */
  #recordRoomWake(wakeId: string): void {
    if (!this.#position.recordWake(wakeId)) return
    this.#buffer.dropTickedEvents()
    this.#connections.resetCursorTicks()
  }
}
