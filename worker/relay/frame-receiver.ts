import { CLOSE } from '../../protocol/close.ts'
import type { Connection, ConnectionOwner } from '../broadcast/connection.ts'
import type { ConnectionRegistry } from '../broadcast/connections.ts'
import { listMisbehavingSockets, type MisbehaviourCode } from '../broadcast/misbehaving-sockets.ts'
import type { MessageAnswer } from '../relay-protocol/calls.ts'
import type { ReceivedMessage, ReceivedReaction } from '../sockets/parse-frame.ts'
import { closeQuietly, type RefusedItem, refusalFrame, refusedItemOf } from '../sockets/send.ts'
import type { DeliveryPosition } from './delivery-position.ts'
import type { Departures } from './departures.ts'
import type { HeldAnswers } from './held-answers.ts'
import type { RoomLink } from './room-link.ts'

/** What frames are received for. */
interface FrameReceiverOptions {
  connections: ConnectionRegistry<ConnectionOwner>
  position: DeliveryPosition
  heldAnswers: HeldAnswers
  departures: Departures
  roomLink: RoomLink
}

/** Passes what clients send on to the room, and answers each of them in the order of what it sent. */
export class FrameReceiver {
  readonly #options: FrameReceiverOptions
  /** Sockets that misbehaved, and are closed once what they sent before has been answered. */
  readonly #closing = new WeakSet<WebSocket>()

  constructor(options: FrameReceiverOptions) {
    this.#options = options
  }

  /** Takes a frame of a socket. */
  receiveFrame(socket: WebSocket, frame: string | ArrayBuffer): void {
    const { connections, position, departures, roomLink } = this.#options
    const connection = connections.findConnection(socket)
    if (connection === undefined) return closeQuietly(socket, CLOSE.notAParticipant, 'not a participant')
    if (this.#closing.has(socket)) return
    const now = Date.now()
    const received = connections.receiveFrame(connection, frame, now, position.seq)
    departures.closeDeadConnections(now)
    switch (received.kind) {
      case 'handled':
        return
      case 'misbehaved':
        return this.#closeAfterAnswers(connection, received.code)
      case 'typing':
        return roomLink.reportTyping(connection.owner.participantId)
      case 'invalid': {
        const refusal = refusalFrame({ code: 'invalid-event' }, refusedItemOf(received))
        return this.#runAfterAnswers(() => this.#answerSocket(connection, refusal))
      }
      case 'message':
        return this.#passOn(connection, received.message, refusedItemOf(received))
      case 'reaction':
        return this.#passOn(connection, received.reaction, refusedItemOf(received))
    }
  }

  /** Passes a message or a reaction on to the room. @param item what a refusal names */
  #passOn(
    connection: Connection<ConnectionOwner>,
    received: ReceivedMessage | ReceivedReaction,
    item: RefusedItem,
  ): void {
    const { heldAnswers, roomLink } = this.#options
    const { participantId } = connection.owner
    const answer = (answer: MessageAnswer, lastSeq: number) => {
      const frame = answer.ok ? answer.value.repeated : refusalFrame(answer.refusal, item)
      if (frame !== null) heldAnswers.runAfterSeq(lastSeq, () => this.#answerSocket(connection, frame))
    }
    const sent = roomLink.sendMessage({ ...received, participantId, answer })
    if (!sent.ok) answer(sent, 0)
  }

  /** Closes a socket that misbehaved; where its participant floods, all sockets of that one. */
  #closeAfterAnswers(connection: Connection<ConnectionOwner>, code: MisbehaviourCode): void {
    const sockets = listMisbehavingSockets(connection, code)
    for (const each of sockets) this.#closing.add(each)
    this.#runAfterAnswers(() => {
      for (const each of sockets) this.#options.departures.closeMisbehavingSocket(each, code, Date.now())
    })
  }

  /** Calls `run` once everything that was sent here before has been answered, and the messages before it are delivered. */
  #runAfterAnswers(run: () => void): void {
    const { heldAnswers, roomLink } = this.#options
    roomLink.runAfterAnswers((lastSeq) => heldAnswers.runAfterSeq(lastSeq, run))
  }

  /** Sends a frame to one socket alone. A socket that is too far behind for it is closed, and its client comes back. */
  #answerSocket(connection: Connection<ConnectionOwner>, frame: string): void {
    const { connections, departures } = this.#options
    const { socket, owner } = connection
    if (connections.findConnection(socket) !== connection) return
    connections.chargeCharacters(owner, frame.length)
    connections.sendDirectFrame(socket, frame)
    const now = Date.now()
    if (connections.isTooFarBehind(connection, now))
      departures.closeMisbehavingSocket(socket, CLOSE.tooSlow, now)
  }
}
