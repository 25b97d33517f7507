import { CLOSE } from '../../protocol/close.ts'
import { WAITING_FRAME_RATE } from '../../protocol/connection-limits.ts'
import { ok, type Result } from '../../protocol/refusal.ts'
import type { EndReason } from '../../protocol/room-events.ts'
import type { Connection } from '../broadcast/connection.ts'
import type { ConnectionRegistry } from '../broadcast/connections.ts'
import {
  closeMisbehavingSocket,
  closeReplacedSocket,
  listMisbehavingSockets,
  type MisbehaviourCode,
} from '../broadcast/misbehaving-sockets.ts'
import { checkWait, TokenBucket } from '../broadcast/token-bucket.ts'
import type { Disconnection } from '../relay-protocol/calls.ts'
import { acceptSocket } from '../sockets/accept.ts'
import { type Attachment, readAttachment } from '../sockets/attachment.ts'
import {
  closeQuietly,
  disconnectSocket,
  refusalFrame,
  refusedItemOf,
  serialiseEvent,
} from '../sockets/send.ts'
import type { UpgradeRequest } from '../sockets/upgrade-request.ts'
import type { RoomView } from './state/room-view.ts'
import type { WaitingList, WaitingVisitor } from './state/waiting-list.ts'

/** What the sockets at the door depend on. */
interface DoorSocketsOptions {
  ctx: DurableObjectState
  connections: ConnectionRegistry<WaitingVisitor>
  waiting: WaitingList
  view: RoomView
}

/** A socket of somebody who is let in, and what its client has. */
export interface AdmittedSocket {
  socket: WebSocket
  /** The highest `seq` that the client has; undefined where it has none. */
  afterSeq: number | undefined
  /** The highest epoch whose key the client has; undefined where it names none. */
  afterEpoch: number | undefined
}

/**
 * The sockets of those who wait at the door. They are not among the connections of the room, so that nothing that is
 * broadcast reaches them. They are told that they wait, and nothing else; the limits of all sockets hold for them.
 */
export class DoorSockets {
  readonly #options: DoorSocketsOptions

  constructor(options: DoorSocketsOptions) {
    this.#options = options
  }

  /** Whether nobody at the door has a connection. */
  get isEmpty(): boolean {
    return this.#options.connections.size === 0
  }

  /** Opens a socket for somebody who waits, and tells them so. */
  openSocket(
    visitor: WaitingVisitor,
    { token, afterSeq, afterEpoch, protocol, includeToken }: Omit<UpgradeRequest, 'joinIntent'>,
    now: number,
  ): Result<Response> {
    const { ctx, connections, waiting, view } = this.#options
    const checkedWait = checkWait(connections.getUpgradeWait(visitor.participantId, visitor, now))
    if (!checkedWait.ok) return checkedWait
    const replaced = connections.findReplacedSocket(visitor)
    if (replaced) {
      closeReplacedSocket(replaced)
      connections.removeConnection(replaced)
    }
    const kept = {
      ...(afterSeq !== undefined && { afterSeq }),
      ...(afterEpoch !== undefined && { afterEpoch }),
    }
    const { response, socket } = acceptSocket(ctx, visitor.participantId, protocol, kept)
    visitor.frames ??= new TokenBucket(WAITING_FRAME_RATE, now)
    connections.addConnection(socket, visitor, now)
    waiting.setIdle(visitor, null)
    const data = { room: view.toPublicRoom(now), ...(includeToken && { token }) }
    connections.sendWelcome(socket, serialiseEvent({ event: 'door.waiting', data }), null)
    return ok(response)
  }

  /** Adds a socket that stayed open while the object slept. */
  restoreSocket(socket: WebSocket, visitor: WaitingVisitor, attachment: Attachment, now: number): void {
    visitor.frames ??= new TokenBucket(WAITING_FRAME_RATE, now)
    this.#options.connections.restoreConnection(socket, visitor, attachment, now)
  }

  /**
   * Handles a frame of a socket that is not among the connections of the room. Whoever waits may say nothing.
   * @returns a function that answers the socket, to be called after everyone was sent what happened; null where there is
   *   no answer
   */
  dispatchFrame(socket: WebSocket, frame: string | ArrayBuffer, now: number): (() => void) | null {
    const { connections } = this.#options
    const connection = connections.findConnection(socket)
    if (!connection) return () => closeQuietly(socket, CLOSE.notAParticipant, 'not a participant')
    // Nothing was sent that could be acknowledged: 0 is the newest message that they know of.
    const received = connections.receiveFrame(connection, frame, now, 0)
    if (received.kind === 'handled') return null
    if (received.kind === 'misbehaved') return this.#removeMisbehaving(connection, received.code, now)
    const answer = refusalFrame({ code: 'waiting' }, refusedItemOf(received))
    connections.chargeCharacters(connection.owner, answer.length)
    return () => {
      connections.sendDirectFrame(socket, answer)
      if (connections.findConnection(socket) !== connection) return
      if (connections.isTooFarBehind(connection, now))
        this.#removeMisbehaving(connection, CLOSE.tooSlow, now)()
    }
  }

  /** Whether it is time to look for dead connections. */
  isDeadCheckDue(now: number): boolean {
    return !this.isEmpty && this.#options.connections.isDeadCheckDue(now)
  }

  /** Notes that a socket has just sent something, before dead connections are looked for. */
  recordAlive(socket: WebSocket, now: number): void {
    this.#options.connections.recordAlive(socket, now)
  }

  /** Closes the connections that have been silent for so long that nobody can be at their other end. */
  closeDeadConnections(now: number): void {
    if (this.isEmpty) return
    for (const { socket, lastSeenAt } of this.#options.connections.takeDeadConnections(now)) {
      closeQuietly(socket, 1000, '')
      this.removeSocket(socket, lastSeenAt)
    }
  }

  /**
   * Removes a socket that closed.
   * @param at when something last came from its client, Unix milliseconds
   * @returns who waited with it; null where it is not at the door
   */
  removeSocket(socket: WebSocket, at: number): WaitingVisitor | null {
    const visitor = this.#options.connections.removeConnection(socket)
    if (visitor !== null) this.#options.waiting.setIdle(visitor, at)
    return visitor
  }

  /** Closes every socket of somebody who waits no more. */
  disconnectVisitor(visitor: WaitingVisitor, code: Disconnection['code']): void {
    for (const socket of [...visitor.sockets]) {
      this.#options.connections.removeConnection(socket)
      disconnectSocket(socket, code)
    }
  }

  /** Takes the sockets of somebody who is let in: they stay open. */
  takeSockets(visitor: WaitingVisitor): AdmittedSocket[] {
    return [...visitor.sockets].map((socket) => {
      this.#options.connections.removeConnection(socket)
      const { afterSeq, afterEpoch } = readAttachment(socket) ?? {}
      return { socket, afterSeq, afterEpoch }
    })
  }

  /** Sends everybody who waits why the room has closed or ended, and closes their sockets. */
  sendEnd(reason: EndReason): void {
    const { connections } = this.#options
    const frame = serialiseEvent({ event: 'chat.destroy', data: { isDestroyed: true, reason } })
    for (const socket of connections.sockets) connections.sendDirectFrame(socket, frame)
    connections.closeAllConnections(CLOSE.gone, 'the room is gone')
  }

  /** @returns a function that closes what has to be closed for a misbehaviour, after earlier frames were answered */
  #removeMisbehaving(
    connection: Connection<WaitingVisitor>,
    code: MisbehaviourCode,
    now: number,
  ): () => void {
    const closing = listMisbehavingSockets(connection, code)
    for (const each of closing) this.removeSocket(each, now)
    return () => {
      for (const each of closing) closeMisbehavingSocket(each, code)
    }
  }
}
