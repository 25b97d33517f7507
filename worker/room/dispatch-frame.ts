import { refused } from '../../protocol/refusal.ts'
import type { Connection } from '../broadcast/connection.ts'
import type { ConnectionRegistry } from '../broadcast/connections.ts'
import type { ReceivedFrame } from '../broadcast/frame-check.ts'
import {
  closeMisbehavingSocket,
  listMisbehavingSockets,
  type MisbehaviourCode,
} from '../broadcast/misbehaving-sockets.ts'
import type { MessageAnswer } from '../relay-protocol/calls.ts'
import { refusalFrame, refusedItemOf } from '../sockets/send.ts'
import type { SocketCloser } from './close-sockets.ts'
import type { DoorSockets } from './door-sockets.ts'
import type { MessagePoster } from './post-message.ts'
import type { Reactions } from './react.ts'
import type { MessageIndex } from './state/message-index.ts'
import type { RoomParticipant } from './state/participant.ts'
import type { PresenceTracker } from './state/presence-tracker.ts'
import type { Typing } from './state/typing.ts'

const INVALID: MessageAnswer = refused('invalid-event')

/** A frame that is answered, if only where it is refused. */
type AnsweredFrame = Extract<ReceivedFrame, { kind: 'message' | 'reaction' | 'invalid' }>

/** What frames act on. */
interface FrameDispatcherOptions {
  connections: ConnectionRegistry<RoomParticipant>
  presence: PresenceTracker
  socketCloser: SocketCloser
  doorSockets: DoorSockets
  messages: Pick<MessageIndex, 'lastSeq'>
  poster: MessagePoster
  reactions: Reactions
  typing: Typing
}

/** Handles the frames that come over the room's own sockets. */
export class FrameDispatcher {
  readonly #options: FrameDispatcherOptions

  constructor(options: FrameDispatcherOptions) {
    this.#options = options
  }

  /**
   * Handles one frame.
   * @param isBusy whether so much comes in that typing events are dropped
   * @returns a function that answers the socket, to be called after everyone was sent what happened; null where there is
   *   no answer
   */
  dispatchFrame(
    socket: WebSocket,
    frame: string | ArrayBuffer,
    isBusy: boolean,
    now: number,
  ): (() => void) | null {
    const { connections, doorSockets, messages, typing } = this.#options
    const connection = connections.findConnection(socket)
    if (!connection) return doorSockets.dispatchFrame(socket, frame, now)
    const { owner: participant } = connection
    const received = connections.receiveFrame(connection, frame, now, messages.lastSeq)
    if (received.kind === 'handled') return null
    if (received.kind === 'misbehaved') return this.#removeMisbehaving(connection, received.code, now)
    if (received.kind === 'typing') {
      if (!isBusy) typing.enqueueTyping(participant, now)
      return null
    }
    const answer = this.#answer(participant, received, now)
    const answerFrame = answer.ok
      ? answer.value.repeated
      : refusalFrame(answer.refusal, refusedItemOf(received))
    if (answerFrame === null) return null
    // Charged now and not with the answer, because many more frames may follow before that is sent.
    connections.chargeCharacters(participant, answerFrame.length)
    return () => {
      connections.sendDirectFrame(socket, answerFrame)
      if (connections.findConnection(socket) !== connection) return
      if (!connections.isTooFarBehind(connection, now)) return
      this.#options.socketCloser.closeSlowSocket(socket, now)
    }
  }

  /** Does what a frame asks for. @returns what answers it */
  #answer(participant: RoomParticipant, received: AnsweredFrame, now: number): MessageAnswer {
    if (received.kind === 'invalid') return INVALID
    const { poster, reactions } = this.#options
    return received.kind === 'reaction'
      ? reactions.answerSocketReaction(participant, received.reaction, now)
      : poster.answerSocketMessage(participant, received.message, now)
  }

  /**
   * Removes what has to be closed for a misbehaviour.
   * @returns a function that closes it, after earlier frames were answered
   */
  #removeMisbehaving(
    connection: Connection<RoomParticipant>,
    code: MisbehaviourCode,
    now: number,
  ): () => void {
    const closing = listMisbehavingSockets(connection, code)
    for (const each of closing) this.#options.presence.removeSocket(each, now)
    return () => {
      for (const each of closing) closeMisbehavingSocket(each, code)
    }
  }
}
