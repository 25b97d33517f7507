import { CLOSE, type CloseCode } from '../../protocol/close.ts'
import type { ParticipantId } from '../../protocol/participant.ts'
import { type Attachment, changeAttachment } from '../sockets/attachment.ts'
import { type ParsedFrame, parseFrame } from '../sockets/parse-frame.ts'
import { closeQuietly, sendFrame } from '../sockets/send.ts'
import { Backpressure } from './backpressure.ts'
import { Broadcaster, type Owners } from './broadcaster.ts'
import type { Connection, ConnectionOwner, SocketRates } from './connection.ts'
import { type Cursor, type OutgoingEvent, toFrames } from './event-queue.ts'
import { type DeadConnection, Liveness, STORE_FRAME_TIME_EVERY_MS } from './liveness.ts'
import { SocketRateLimits } from './socket-rate-limits.ts'

/** Why a socket that misbehaved is closed. */
const CLOSE_REASONS = {
  [CLOSE.flooding]: 'flooding',
  [CLOSE.frameTooLarge]: 'frame too large',
  [CLOSE.tooSlow]: 'too slow',
} as const

/** A code with which a socket that misbehaved is closed. */
export type MisbehaviourCode = keyof typeof CLOSE_REASONS

/** What a frame leaves to do, once everything that concerns its socket alone is done. */
export type ReceivedFrame =
  | Exclude<ParsedFrame, { kind: 'acknowledgement' | 'too-large' }>
  /** Nothing is left to do. */
  | { kind: 'handled' }
  /** The socket has to be closed. A participant that was sent too much to be answered gets the code `tooSlow`. */
  | { kind: 'misbehaved'; code: MisbehaviourCode }

const HANDLED: ReceivedFrame = { kind: 'handled' }

/** The open sockets of one object, a room or a relay, and what is known of each. */
export class ConnectionRegistry<Owner extends ConnectionOwner> {
  readonly #connections = new Map<WebSocket, Connection<Owner>>()
  readonly #backpressure = new Backpressure()
  readonly #broadcaster = new Broadcaster(this.#connections, this.#backpressure)
  readonly #liveness: Liveness
  readonly #limits: SocketRateLimits

  /** @param isLimited false for load tests: then nobody floods */
  constructor(ctx: DurableObjectState, isLimited: boolean) {
    this.#liveness = new Liveness(ctx)
    this.#limits = new SocketRateLimits(ctx.storage.kv, isLimited)
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

  /** Whether a participant may have no more sockets. */
  isAtConnectionLimit(owner: Owner): boolean {
    return this.#limits.isAtConnectionLimit(owner)
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
    // The last frame may have come later than the stored time says.
    const lastFrameAt = storedFrameAt === 0 ? 0 : Math.min(now, storedFrameAt + STORE_FRAME_TIME_EVERY_MS)
    this.#register({ socket, owner, lastFrameAt, storedFrameAt }, now)
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

  /**
   * Broadcasts events, to each connection in one frame.
   * @param passed the newest events that everyone has, once these are sent
   */
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

  /**
   * Parses a frame, and does what concerns its socket alone: counts it, and takes an acknowledgement.
   * @param lastSeq the newest message that was sent
   * @returns what is left to do
   */
  receiveFrame(
    connection: Connection<Owner>,
    frame: string | ArrayBuffer,
    now: number,
    lastSeq: number,
  ): ReceivedFrame {
    const { owner } = connection
    if (this.#limits.isFlooding(owner, now)) return { kind: 'misbehaved', code: CLOSE.flooding }
    if (this.getSpareCharacters(owner, now) < 0) return { kind: 'misbehaved', code: CLOSE.tooSlow }
    this.#liveness.recordFrame(connection, now)
    const parsed = parseFrame(frame)
    if (parsed.kind === 'too-large') return { kind: 'misbehaved', code: CLOSE.frameTooLarge }
    if (parsed.kind !== 'acknowledgement') return parsed
    this.#backpressure.acknowledgeSeq(connection.readPosition, parsed.seq, lastSeq)
    return HANDLED
  }

  /** Whether a connection is too far behind what everyone was sent, or its participant was sent too much alone. */
  isTooFarBehind(connection: Connection<Owner>, now: number): boolean {
    return this.getSpareCharacters(connection.owner, now) < 0 || this.#isBehindBroadcast(connection)
  }

  #isBehindBroadcast(connection: Connection<Owner>): boolean {
    const { readPosition, owner } = connection
    const isBehind = () =>
      this.#backpressure.isTooFarBehind(readPosition, this.#limits.countSharingSockets(owner))
    if (!isBehind()) return false
    // The time of the last ping is the platform's to know, and is asked for only where it decides something.
    this.#backpressure.recordAlive(readPosition, this.#liveness.getLastSeenAt(connection))
    return isBehind()
  }

  /** Returns the sockets that are too far behind. They are looked for after every so many characters; else there are none. */
  takeSlowSockets(): WebSocket[] {
    if (!this.#backpressure.takeCheckDue()) return []
    const slow: WebSocket[] = []
    for (const connection of this.#connections.values())
      if (this.#isBehindBroadcast(connection)) slow.push(connection.socket)
    return slow
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
   * Returns the socket of an owner that has sent nothing for longest. A cut line may leave a socket open that nothing comes
   * from again, and such sockets must not keep their owner out.
   */
  findQuietestSocket(owner: Owner): WebSocket | null {
    let quietest: { socket: WebSocket; lastSeenAt: number } | null = null
    for (const socket of owner.sockets) {
      const connection = this.#connections.get(socket)
      if (connection === undefined) continue
      const lastSeenAt = this.#liveness.getLastSeenAt(connection)
      if (quietest === null || lastSeenAt < quietest.lastSeenAt) quietest = { socket, lastSeenAt }
    }
    return quietest?.socket ?? null
  }

  /** Closes a socket that misbehaved, or that makes place for a newer one. The caller removes it. */
  closeMisbehavingSocket(
    socket: WebSocket,
    code: MisbehaviourCode,
    reason: string = CLOSE_REASONS[code],
  ): void {
    closeQuietly(socket, code, reason)
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
