import type { ClientEvent } from '../../protocol/client-events.ts'
import { CLOSE, type CloseCode } from '../../protocol/close.ts'
import {
  CONNECTIONS_MAX,
  DEAD_LINE_MS,
  FRAME_RATE,
  KEPT_OFF_MS,
  SENT_RATE,
  SENT_SPARE,
  UPGRADE_RATE,
} from '../../protocol/limits.ts'
import { type Attachment, changeAttachment } from '../sockets/attachment.ts'
import { KeptOff } from '../sockets/kept-off.ts'
import { parseFrame } from '../sockets/parse-frame.ts'
import { closeQuietly, sendFrame } from '../sockets/send.ts'
import { Backpressure, type ReadPosition } from './backpressure.ts'
import { type Cursor, isAfter, type OutgoingEvent, toFrames } from './event-queue.ts'
import { TokenBucket } from './token-bucket.ts'

/** What somebody may still do over all sockets together; null until something of it was done. */
export interface SocketRates {
  /** How often it may speak. */
  frames: TokenBucket | null
  /** How many sockets it may open. */
  upgrades: TokenBucket | null
  /** Characters it may be sent alone, and have been sent over sockets that closed. */
  sent: TokenBucket | null
}

/** Somebody whose sockets are here. */
export interface ConnectionOwner extends SocketRates {
  participantId: string
  /** Open sockets: tabs and devices. */
  sockets: Set<WebSocket>
}

/** How a connection went: closed by its own side, cut by the line or by us, or dead for long before anybody noticed. */
export type DisconnectCause = 'closed' | 'cut' | 'dead'

/** A socket that nobody is at any more. */
export interface DeadConnection {
  socket: WebSocket
  /** When it was last heard of, Unix milliseconds. */
  since: number
}

/** An open socket: whose it is, and how much it has received. */
export interface Connection<H extends ConnectionOwner> {
  owner: H
  readPosition: ReadPosition
  /** When a frame of it last came, Unix milliseconds; pings are the platform's to remember. 0 where that was before a sleep, and is not known. */
  lastFrameAt: number
  /** The same, as the socket carries it through sleep. */
  notedAt: number
  /** What it was sent on arriving, until all that came before has passed; then null. */
  cursor: Cursor | null
}

/** What a frame asks of somebody else. `id` is the message's, where an invalid frame had a readable one. */
export type ClientRequest =
  | Exclude<ClientEvent, { event: 'chat.ack' }>
  | { event: 'invalid'; id: string | undefined }

/** Milliseconds between two notes of when a frame came: one for each frame would be a fifth of what a frame costs. */
const NOTED_EVERY = 30_000

/** Milliseconds between two looks for dead lines, at the least. */
const DEAD_LOOK_EVERY = 1_000

/** Why a socket that misbehaved is closed. */
const REASONS = {
  [CLOSE.flooding]: 'flooding',
  [CLOSE.frameTooLarge]: 'frame too large',
  [CLOSE.tooSlow]: 'too slow',
} as const

/**
 * The open sockets of one object, a room or a relay. Whatever is sent goes to each of them in one frame, serialised
 * once; nothing here is done again for every socket but the sending.
 */
export class ConnectionRegistry<H extends ConnectionOwner> {
  readonly #ctx: DurableObjectState
  readonly #connections = new Map<WebSocket, Connection<H>>()
  /** Connections that came while something was on its way that they know already. */
  readonly #catchingUp = new Set<WebSocket>()
  readonly #backpressure = new Backpressure()
  readonly #keptOff: KeptOff
  readonly #limited: boolean
  /** When a line can be dead at the earliest, Unix milliseconds. */
  #deadCheckAt = 0

  /** @param limited false for load tests: then nobody floods */
  constructor(ctx: DurableObjectState, limited: boolean) {
    this.#ctx = ctx
    this.#keptOff = new KeptOff(ctx.storage.kv)
    this.#limited = limited
  }

  /** Open sockets. */
  get size(): number {
    return this.#connections.size
  }

  /** All of them, the longest here first. */
  get sockets(): Iterable<WebSocket> {
    return this.#connections.keys()
  }

  /** Whose socket this is, and how it stands; undefined where it is none of ours. */
  findConnection(socket: WebSocket): Connection<H> | undefined {
    return this.#connections.get(socket)
  }

  /** Whether an owner may have no more sockets. */
  hasAllConnections({ sockets }: H): boolean {
    return this.#limited && sockets.size >= CONNECTIONS_MAX
  }

  /**
   * Returns the milliseconds until a participant may open a socket; 0 where it may now: not while it is kept off, has just
   * opened very many, or has been sent very much.
   */
  waitToOpen(participantId: string, rates: SocketRates | null, now: number): number {
    if (!this.#limited) return 0
    return Math.max(
      this.#keptOff.wait(participantId, now),
      rates?.frames?.wait(now) ?? 0,
      rates?.upgrades?.wait(now) ?? 0,
      rates?.sent?.wait(now, SENT_SPARE) ?? 0,
    )
  }

  /** Returns the characters that somebody may be sent alone now. */
  spareCharacters(rates: SocketRates | null, now: number): number {
    if (!this.#limited) return Number.POSITIVE_INFINITY
    return rates?.sent?.left(now) ?? SENT_RATE.burst
  }

  /** Notes a socket that opens. Returns whether it is its owner's first. */
  addConnection(socket: WebSocket, owner: H, now: number): boolean {
    if (this.#limited) {
      owner.upgrades ??= new TokenBucket(UPGRADE_RATE, now)
      owner.upgrades.takeToken(now)
    }
    return this.#register(socket, owner, { lastFrameAt: now, notedAt: 0 }, now)
  }

  /** Notes a socket that slept through. */
  restoreConnection(socket: WebSocket, owner: H, seat: Attachment, now: number): void {
    const notedAt = seat.heardAt ?? 0
    // The last frame may have come later than it was noted, and before the sleep.
    const lastFrameAt = notedAt === 0 ? 0 : Math.min(now, notedAt + NOTED_EVERY)
    this.#register(socket, owner, { lastFrameAt, notedAt }, now)
  }

  #register(
    socket: WebSocket,
    owner: H,
    { lastFrameAt, notedAt }: Pick<Connection<H>, 'lastFrameAt' | 'notedAt'>,
    now: number,
  ): boolean {
    const readPosition = this.#backpressure.startPosition()
    this.#connections.set(socket, { owner, readPosition, lastFrameAt, notedAt, cursor: null })
    owner.frames ??= new TokenBucket(FRAME_RATE, now)
    owner.sockets.add(socket)
    return owner.sockets.size === 1
  }

  /** Has one socket carry through sleep which message all of them have. */
  storeDeliveredSeq(deliveredSeq: number): void {
    const [first] = this.#connections.keys()
    if (first) changeAttachment(first, { deliveredSeq })
  }

  /** Welcomes a socket. @param cursor what it knows by that and is on its way to be sent; null where nothing is */
  sendWelcome(socket: WebSocket, frame: string, cursor: Cursor | null): void {
    this.sendDirectFrame(socket, frame)
    const connection = this.#connections.get(socket)
    if (connection === undefined) return
    this.chargeCharacters(connection.owner, frame.length)
    if (cursor === null) return
    connection.cursor = cursor
    this.#catchingUp.add(socket)
  }

  /** Sends a socket what was sent to the others while it was on its way here. */
  sendMissedEvents(socket: WebSocket, news: readonly OutgoingEvent[]): void {
    const connection = this.#connections.get(socket)
    for (const frame of toFrames(news)) {
      this.sendDirectFrame(socket, frame)
      if (connection) this.chargeCharacters(connection.owner, frame.length)
    }
    const last = news.findLast(({ seq }) => seq > 0)
    if (connection?.cursor && last) connection.cursor = { ...connection.cursor, seq: last.seq }
  }

  /** Forgets a socket. Returns its owner where that was the last one. */
  removeConnection(socket: WebSocket): H | null {
    const connection = this.#connections.get(socket)
    if (connection === undefined) return null
    const { owner, readPosition, lastFrameAt } = connection
    this.#backpressure.recordAlive(readPosition, Math.max(lastFrameAt, this.#lastPingAt(socket)))
    // What it has not read is kept by the platform, though it is closed.
    this.chargeCharacters(owner, this.#backpressure.behind(readPosition))
    this.#connections.delete(socket)
    this.#catchingUp.delete(socket)
    owner.sockets.delete(socket)
    return owner.sockets.size === 0 ? owner : null
  }

  /**
   * Broadcasts events, to each connection in one frame.
   * @param passed up to where everyone has received everything, once this is sent
   */
  broadcastEvents(
    batch: readonly OutgoingEvent[],
    owners: { get(participantId: string): H | undefined },
    passed: Cursor,
  ): void {
    const frames = toFrames(batch)
    const others = this.#findExceptions(batch, owners)
    for (const socket of this.#connections.keys()) {
      if (others.size > 0 && others.has(socket)) continue
      for (const frame of frames) sendFrame(socket, frame)
    }
    for (const socket of others) this.#sendUnseenEvents(socket, batch)
    this.#releaseCursors(passed)
    const now = Date.now()
    for (const { seq, json } of batch) this.#backpressure.recordBroadcast(seq, json.length, now)
  }

  /** Sends a frame to one socket alone; it is serialised and charged for already. */
  sendDirectFrame(socket: WebSocket, frame: string): void {
    sendFrame(socket, frame)
    const connection = this.#connections.get(socket)
    if (connection) this.#backpressure.recordDirectFrame(connection.readPosition, frame.length)
  }

  /** Notes that a participant is sent so many characters that nobody else is sent. */
  chargeCharacters(owner: H, characters: number): void {
    if (!this.#limited || characters === 0) return
    const now = Date.now()
    owner.sent ??= new TokenBucket(SENT_RATE, now)
    owner.sent.spend(now, characters)
  }

  /**
   * Takes a frame: how often, how large, and what it asks. What concerns the socket alone is done here.
   * @param lastSeq the newest message that was sent
   * @returns what is left to do for somebody else; the code with which the socket has to be closed, which is also that of
   *   somebody who was sent too much to be answered; or null
   */
  receiveFrame(
    socket: WebSocket,
    connection: Connection<H>,
    frame: string | ArrayBuffer,
    now: number,
    lastSeq: number,
  ): ClientRequest | keyof typeof REASONS | null {
    if (this.#limited && (connection.owner.frames?.takeToken(now) ?? 0) > 0) {
      this.#keepOff(connection.owner, now)
      return CLOSE.flooding
    }
    if (this.spareCharacters(connection.owner, now) < 0) return CLOSE.tooSlow
    connection.lastFrameAt = now
    if (now - connection.notedAt >= NOTED_EVERY) {
      connection.notedAt = now
      changeAttachment(socket, { heardAt: now })
    }
    const received = parseFrame(frame)
    if (received.is === 'too-large') return CLOSE.frameTooLarge
    if (received.is === 'invalid') return { event: 'invalid', id: received.id }
    const { event } = received
    if (event.event !== 'chat.ack') return event
    this.#backpressure.acknowledgeSeq(connection.readPosition, event.data.seq, lastSeq)
    return null
  }

  /** Whether a connection that was answered is further behind than it may be, or its participant was sent too much. */
  isOverdue(socket: WebSocket, connection: Connection<H>, now: number): boolean {
    return this.spareCharacters(connection.owner, now) < 0 || this.#isTooFarBehind(socket, connection)
  }

  /** Whether a connection is further behind what everyone was sent than it may be. */
  #isTooFarBehind(socket: WebSocket, { readPosition, lastFrameAt, owner }: Connection<H>): boolean {
    const isBehind = () =>
      this.#backpressure.isTooFarBehind(readPosition, this.#limited ? owner.sockets.size : 1)
    if (!isBehind()) return false
    // The platform answers pings by itself, and remembers when: asked for only where it decides something.
    this.#backpressure.recordAlive(readPosition, Math.max(lastFrameAt, this.#lastPingAt(socket)))
    return isBehind()
  }

  /** The sockets that fell too far behind; looked for once in a while, and otherwise none. */
  takeSlowSockets(): WebSocket[] {
    if (!this.#backpressure.takeCheckDue()) return []
    const slow: WebSocket[] = []
    for (const [socket, connection] of this.#connections) {
      if (this.#isTooFarBehind(socket, connection)) slow.push(socket)
    }
    return slow
  }

  /** Whether it is time to look for dead lines. */
  isDeadCheckDue(now: number): boolean {
    // A clock that was set back puts it off for no longer than usual.
    return now >= this.#deadCheckAt || this.#deadCheckAt - now > DEAD_LINE_MS
  }

  /** Notes that a frame of a socket came. */
  recordHeard(socket: WebSocket, now: number): void {
    const connection = this.#connections.get(socket)
    if (connection) connection.lastFrameAt = now
  }

  /**
   * The sockets that sent a `ping` once and then nothing for too long: nobody is at them any more. No timer looks for
   * them, because a silent room is to sleep on, and nobody looks sooner than one of them can be dead.
   */
  takeDeadConnections(now: number): DeadConnection[] {
    if (!this.isDeadCheckDue(now)) return []
    const dead: DeadConnection[] = []
    // Whoever never sent a `ping`, and now begins to, is dead no sooner than this.
    let next = now + DEAD_LINE_MS
    for (const [socket, { lastFrameAt }] of this.#connections) {
      let since = lastFrameAt
      if (since + DEAD_LINE_MS <= now) {
        const pingedAt = this.#lastPingAt(socket)
        if (pingedAt === 0) continue
        since = Math.max(since, pingedAt)
      }
      if (since + DEAD_LINE_MS <= now) dead.push({ socket, since })
      else next = Math.min(next, since + DEAD_LINE_MS)
    }
    this.#deadCheckAt = Math.max(next, now + DEAD_LOOK_EVERY)
    return dead
  }

  /**
   * The socket of an owner that was silent for longest. A line that was cut without a word leaves a socket that
   * nothing is received from again, and such ghosts must not keep their owner out.
   */
  findQuietestSocket(owner: H): WebSocket | null {
    let quietest: { socket: WebSocket; at: number } | null = null
    for (const socket of owner.sockets) {
      const at = Math.max(this.#lastPingAt(socket), this.#connections.get(socket)?.lastFrameAt ?? 0)
      if (quietest === null || at < quietest.at) quietest = { socket, at }
    }
    return quietest?.socket ?? null
  }

  /** Closes a socket that misbehaved, or whose place another one takes; forgetting it is its caller's. */
  closeMisbehaving(socket: WebSocket, code: keyof typeof REASONS, reason: string = REASONS[code]): void {
    closeQuietly(socket, code, reason)
  }

  /** Closes every socket, and forgets them. */
  closeAllConnections(code: CloseCode, reason: string): void {
    for (const [socket, { owner }] of this.#connections) {
      closeQuietly(socket, code, reason)
      owner.sockets.clear()
    }
    this.#connections.clear()
    this.#catchingUp.clear()
  }

  /** Keeps a participant off for a while who sends too many frames. */
  #keepOff({ participantId, frames }: H, now: number): void {
    if (this.#keptOff.wait(participantId, now) > 0) return
    frames?.block(now, KEPT_OFF_MS)
    this.#keptOff.add(participantId, now)
  }

  /** When a socket last sent a ping, Unix milliseconds; 0 where it never did. */
  #lastPingAt(socket: WebSocket): number {
    return this.#ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0
  }

  /** The sockets that don't get all of this. */
  #findExceptions(
    batch: readonly OutgoingEvent[],
    owners: { get(participantId: string): H | undefined },
  ): ReadonlySet<WebSocket> {
    const others = new Set(this.#catchingUp)
    for (const { except } of batch) {
      if (except === null) continue
      for (const socket of owners.get(except)?.sockets ?? []) others.add(socket)
    }
    return others
  }

  /** Sends one socket what it has yet to get. */
  #sendUnseenEvents(socket: WebSocket, batch: readonly OutgoingEvent[]): void {
    const connection = this.#connections.get(socket)
    if (connection === undefined) return
    const { owner, cursor } = connection
    const part = batch.filter(
      (event) => event.except !== owner.participantId && (cursor === null || isAfter(cursor, event)),
    )
    for (const frame of toFrames(part)) sendFrame(socket, frame)
  }

  /** Ticks begin anew: of what they count, everything is news. */
  resetTicks(): void {
    for (const socket of this.#catchingUp) {
      const cursor = this.#connections.get(socket)?.cursor
      if (cursor) cursor.tick = 0
    }
  }

  /** Lets go of the cursors that everything has passed: whatever comes now is news. */
  #releaseCursors(passed: Cursor): void {
    for (const socket of this.#catchingUp) {
      const connection = this.#connections.get(socket)
      const cursor = connection?.cursor
      if (cursor && (cursor.seq > passed.seq || cursor.tick > passed.tick)) continue
      if (connection) connection.cursor = null
      this.#catchingUp.delete(socket)
    }
  }
}
