import type { CloseCode } from '../../protocol/close.ts'
import type { ParticipantId } from '../../protocol/participant.ts'
import { type Attachment, changeAttachment } from '../sockets/attachment.ts'
import { closeQuietly, sendFrame } from '../sockets/send.ts'
import { Backpressure } from './backpressure.ts'
import { Broadcaster, type Owners } from './broadcaster.ts'
import type { Connection, ConnectionOwner, SocketRates } from './connection.ts'
import { type Cursor, type OutgoingEvent, toFrames } from './event-queue.ts'
import { FrameCheck, type ReceivedFrame } from './frame-check.ts'
import { type DeadConnection, Liveness } from './liveness.ts'
import { SlowSockets } from './slow-sockets.ts'
import type { SocketRateLimits } from './socket-rate-limits.ts'

/** The open sockets of one object, a room or a relay, and what is known of each. */
export class ConnectionRegistry<Owner extends ConnectionOwner> {
  readonly #connections = new Map<WebSocket, Connection<Owner>>()
  readonly #backpressure = new Backpressure()
  readonly #broadcaster = new Broadcaster(this.#connections, this.#backpressure)
  readonly #liveness: Liveness
  readonly #limits: SocketRateLimits
  readonly #frameCheck: FrameCheck
  readonly #slowSockets: SlowSockets

  /** @param limits the limits of the object, which all its sockets share */
  constructor(ctx: DurableObjectState, limits: SocketRateLimits) {
    this.#liveness = new Liveness(ctx)
    this.#limits = limits
    this.#frameCheck = new FrameCheck(this.#backpressure, this.#liveness, this.#limits)
    this.#slowSockets = new SlowSockets(this.#backpressure, this.#liveness, this.#limits)
  }

  /** How many sockets are open. */
  get size(): number {
    return this.#connections.size
  }

  /** All sockets, the one that opened first at the front. */
  get sockets(): Iterable<WebSocket> {
    return this.#connections.keys()
  }

  /** Returns the connection of a socket; undefined where the socket is not one of these. */
  findConnection(socket: WebSocket): Connection<Owner> | undefined {
    return this.#connections.get(socket)
  }

  /** Returns the milliseconds until a participant may open a socket; 0 where it may now. */
  getUpgradeWait(participantId: ParticipantId, rates: SocketRates | null, now: number): number {
    return this.#limits.getUpgradeWait(participantId, rates, now)
  }

  /** Returns the characters that a participant may be sent alone now. */
  getSpareCharacters(rates: SocketRates | null, now: number): number {
    return this.#limits.getSpareCharacters(rates, now)
  }

  /** Adds a socket that opens. Returns whether it is its owner's first. */
  addConnection(socket: WebSocket, owner: Owner, now: number): boolean {
    this.#limits.recordUpgrade(owner, now)
    return this.#register({ socket, owner, lastFrameAt: now, storedFrameAt: 0 }, now)
  }

  /** Adds a socket that stayed open while the object slept. */
  restoreConnection(socket: WebSocket, owner: Owner, attachment: Attachment, now: number): void {
    const storedFrameAt = attachment.lastFrameAt ?? 0
    const lastFrameAt = this.#liveness.estimateLastFrameAt(storedFrameAt, now)
    this.#register({ socket, owner, lastFrameAt, storedFrameAt }, now)
    const { welcomedSeq } = attachment
    if (welcomedSeq !== undefined) this.#broadcaster.cursors.setCursor(socket, { seq: welcomedSeq, tick: 0 })
  }

  /** Adds a socket that was open already, and was not one of these. Returns whether it is its owner's first. */
  adoptConnection(socket: WebSocket, owner: Owner, now: number): boolean {
    return this.#register({ socket, owner, lastFrameAt: now, storedFrameAt: 0 }, now)
  }

  #register(connection: Omit<Connection<Owner>, 'readPosition'>, now: number): boolean {
    const { socket, owner, lastFrameAt, storedFrameAt } = connection
    const readPosition = this.#backpressure.startPosition()
    this.#connections.set(socket, { socket, owner, readPosition, lastFrameAt, storedFrameAt })
    this.#limits.startCountingFrames(owner, now)
    owner.sockets.add(socket)
    return owner.sockets.size === 1
  }

  /** Stores with one socket which message all sockets have, so that it is known after the object slept. */
  storeDeliveredSeq(deliveredSeq: number): void {
    const [first] = this.#connections.keys()
    if (first) changeAttachment(first, { deliveredSeq })
  }

  /** Welcomes a socket. @param cursor what the welcome contains of that which is on its way; null where nothing is */
  sendWelcome(socket: WebSocket, frame: string, cursor: Cursor | null): void {
    this.#sendCharged(socket, frame)
    if (cursor !== null && this.#connections.has(socket)) this.#broadcaster.cursors.setCursor(socket, cursor)
  }

  /** Sends a socket what the others were sent while it was opening. */
  sendMissedEvents(socket: WebSocket, events: readonly OutgoingEvent[]): void {
    for (const frame of toFrames(events)) this.#sendCharged(socket, frame)
    const last = events.findLast(({ seq }) => seq > 0)
    if (last) this.#broadcaster.cursors.advanceSeq(socket, last.seq)
  }

  #sendCharged(socket: WebSocket, frame: string): void {
    this.sendDirectFrame(socket, frame)
    const connection = this.#connections.get(socket)
    if (connection) this.chargeCharacters(connection.owner, frame.length)
  }

  /** Removes a socket. Returns its owner where the owner has no other socket. */
  removeConnection(socket: WebSocket): Owner | null {
    const connection = this.#connections.get(socket)
    if (connection === undefined) return null
    const { owner, readPosition } = connection
    this.#backpressure.recordAlive(readPosition, this.#liveness.getLastSeenAt(connection))
    // The platform keeps what a closed socket has not read.
    this.chargeCharacters(owner, this.#backpressure.countCharactersBehind(readPosition))
    this.#connections.delete(socket)
    this.#broadcaster.cursors.removeSocket(socket)
    owner.sockets.delete(socket)
    return owner.sockets.size === 0 ? owner : null
  }

  /** Broadcasts events, to each connection in one frame. @param passed the newest events that everyone has afterwards */
  broadcastEvents(batch: readonly OutgoingEvent[], owners: Owners<Owner>, passed: Cursor): void {
    this.#broadcaster.broadcastEvents(batch, owners, passed)
  }

  /** Resets what the sockets know of the room's ticks: the room woke, and its ticks start again. */
  resetCursorTicks(): void {
    this.#broadcaster.cursors.resetTicks()
  }

  /** Sends a frame to one socket alone. The caller has charged its characters. */
  sendDirectFrame(socket: WebSocket, frame: string): void {
    sendFrame(socket, frame)
    const connection = this.#connections.get(socket)
    if (connection) this.#backpressure.recordDirectFrame(connection.readPosition, frame.length)
  }

  /** Counts characters that a participant is sent and nobody else is. */
  chargeCharacters(owner: Owner, characters: number): void {
    this.#limits.chargeCharacters(owner, characters)
  }

  /** Does what concerns the socket of a frame alone. @param lastSeq the newest message sent @returns what is left to do */
  receiveFrame(
    connection: Connection<Owner>,
    frame: string | ArrayBuffer,
    now: number,
    lastSeq: number,
  ): ReceivedFrame {
    return this.#frameCheck.checkFrame(connection, frame, now, lastSeq)
  }

  /** Whether a connection is too far behind what everyone was sent, or its participant was sent too much alone. */
  isTooFarBehind(connection: Connection<Owner>, now: number): boolean {
    return this.#slowSockets.isTooFarBehind(connection, now)
  }

  /** Returns the sockets that are too far behind. They are looked for after every so many characters; else there are none. */
  takeSlowSockets(): WebSocket[] {
    return this.#slowSockets.takeSlowSockets(this.#connections.values())
  }

  /** Whether it is time to look for dead connections. */
  isDeadCheckDue(now: number): boolean {
    return this.#liveness.isCheckDue(now)
  }

  /** Notes that a socket has just sent something, which is not parsed yet. */
  recordAlive(socket: WebSocket, now: number): void {
    const connection = this.#connections.get(socket)
    if (connection) connection.lastFrameAt = now
  }

  /** Returns the connections that are dead. */
  takeDeadConnections(now: number): DeadConnection[] {
    return this.#liveness.findDead(this.#connections.values(), now)
  }

  /**
   * Returns the socket that a new one of the same owner replaces: the one that has been silent for longest. Returns null where
   * the owner may have one more. A cut line may leave a socket open that nothing comes from again, and such sockets must not
   * keep their owner out.
   */
  findReplacedSocket(owner: Owner): WebSocket | null {
    if (!this.#limits.isAtConnectionLimit(owner)) return null
    const connections = [...owner.sockets].flatMap((socket) => this.#connections.get(socket) ?? [])
    return this.#liveness.findQuietestSocket(connections)
  }

  /** Closes and removes every socket. */
  closeAllConnections(code: CloseCode, reason: string): void {
    for (const [socket, { owner }] of this.#connections) {
      closeQuietly(socket, code, reason)
      owner.sockets.clear()
    }
    this.#connections.clear()
    this.#broadcaster.cursors.clear()
  }
}
