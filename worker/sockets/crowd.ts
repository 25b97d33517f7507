import { CLOSE, type CloseCode } from '../../protocol/close.ts'
import { CONNECTIONS_MAX, FRAME_RATE } from '../../protocol/limits.ts'
import type { Up } from '../../protocol/up.ts'
import { Bucket } from './bucket.ts'
import { Flow, type Heard } from './flow.ts'
import { receive } from './receive.ts'
import { close, send } from './say.ts'
import { framesOf, isNewTo, type Mark, type Told } from './told.ts'

/** Somebody whose sockets are here. */
export interface Holder {
  participantId: string
  /** Open sockets: tabs and devices. */
  sockets: Set<WebSocket>
  /** How often it may speak, over all of them together; null until it had one. */
  frames: Bucket | null
}

/** An open socket: whose it is, and how far it has heard. */
export interface Connection<H extends Holder> {
  holder: H
  heard: Heard
  /** When a frame of it last came, Unix milliseconds; pings are the platform's to remember. */
  heardAt: number
  /** What it was told on arriving, until all that came before has passed; then null. */
  mark: Mark | null
}

/** What a frame said that somebody else has to deal with. `id` is the message's, where garbage had a readable one. */
export type Chat = Exclude<Up, { event: 'chat.ack' }> | { event: 'garbage'; id: string | undefined }

/** What a socket is told that misbehaved. */
const REASONS = {
  [CLOSE.flooding]: 'flooding',
  [CLOSE.frameTooLarge]: 'frame too large',
  [CLOSE.tooSlow]: 'too slow',
} as const

/**
 * The open sockets of one object, a room or a relay. Whatever is told goes to each of them in one frame, serialised
 * once; nothing here is done again for every socket but the sending.
 */
export class Crowd<H extends Holder> {
  readonly #ctx: DurableObjectState
  readonly #connections = new Map<WebSocket, Connection<H>>()
  /** Connections that came while something was on its way that they know already. */
  readonly #fresh = new Set<WebSocket>()
  readonly #flow = new Flow()
  readonly #limited: boolean

  /** @param limited false for load tests: then nobody floods */
  constructor(ctx: DurableObjectState, limited: boolean) {
    this.#ctx = ctx
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
  connection(socket: WebSocket): Connection<H> | undefined {
    return this.#connections.get(socket)
  }

  /** Whether a holder may have no more sockets. */
  isFull({ sockets }: H): boolean {
    return this.#limited && sockets.size >= CONNECTIONS_MAX
  }

  /** Notes an open socket. Gives whether it is its holder's first. */
  add(socket: WebSocket, holder: H, now: number): boolean {
    this.#connections.set(socket, {
      holder,
      heard: this.#flow.heardAll(),
      heardAt: now,
      mark: null,
    })
    holder.frames ??= new Bucket(FRAME_RATE, now)
    holder.sockets.add(socket)
    return holder.sockets.size === 1
  }

  /** Welcomes a socket. @param mark what it knows by that and is on its way to be told; null where nothing is */
  welcome(socket: WebSocket, frame: string, mark: Mark | null): void {
    this.tellOne(socket, frame)
    const connection = this.#connections.get(socket)
    if (connection === undefined || mark === null) return
    connection.mark = mark
    this.#fresh.add(socket)
  }

  /** Tells a socket what was told to the others while it was on its way here. */
  tellLate(socket: WebSocket, news: readonly Told[]): void {
    for (const frame of framesOf(news)) this.tellOne(socket, frame)
    const connection = this.#connections.get(socket)
    const last = news.findLast(({ seq }) => seq > 0)
    if (connection?.mark && last) connection.mark = { ...connection.mark, seq: last.seq }
  }

  /** Forgets a socket. Gives its holder where that was the last one. */
  drop(socket: WebSocket): H | null {
    const connection = this.#connections.get(socket)
    if (connection === undefined) return null
    this.#connections.delete(socket)
    this.#fresh.delete(socket)
    connection.holder.sockets.delete(socket)
    return connection.holder.sockets.size === 0 ? connection.holder : null
  }

  /**
   * Tells everyone, each in one frame.
   * @param passed up to where everyone has heard everything, once this is told
   */
  tell(batch: readonly Told[], holders: { get(participantId: string): H | undefined }, passed: Mark): void {
    const frames = framesOf(batch)
    const others = this.#others(batch, holders)
    for (const socket of this.#connections.keys()) {
      if (others.size > 0 && others.has(socket)) continue
      for (const frame of frames) send(socket, frame)
    }
    for (const socket of others) this.#tellPart(socket, batch)
    this.#pass(passed)
    const now = Date.now()
    for (const { seq, json } of batch) this.#flow.tell(seq, json.length, now)
  }

  /** Says something to one socket alone, already serialised. */
  tellOne(socket: WebSocket, frame: string): void {
    send(socket, frame)
    const connection = this.#connections.get(socket)
    if (connection) this.#flow.tellOne(connection.heard, frame.length)
  }

  /**
   * Takes a frame: how often, how large, and what it says. What concerns the socket alone is done here.
   * @param lastSeq the newest message that was told
   * @returns what is left to do for somebody else; the code with which the socket has to be closed; or null
   */
  hear(
    connection: Connection<H>,
    frame: string | ArrayBuffer,
    now: number,
    lastSeq: number,
  ): Chat | keyof typeof REASONS | null {
    if (this.#limited && (connection.holder.frames?.take(now) ?? 0) > 0) return CLOSE.flooding
    connection.heardAt = now
    const received = receive(frame)
    if (received.is === 'too-large') return CLOSE.frameTooLarge
    if (received.is === 'garbage') return { event: 'garbage', id: received.id }
    const { event } = received
    if (event.event !== 'chat.ack') return event
    this.#flow.acknowledge(connection.heard, event.data.seq, lastSeq)
    return null
  }

  /** Whether a connection is further behind than it may be. */
  isBehind(socket: WebSocket, { heard, heardAt, holder }: Connection<H>): boolean {
    const isBehind = () => this.#flow.isBehind(heard, this.#limited ? holder.sockets.size : 1)
    if (!isBehind()) return false
    // The platform answers pings by itself, and remembers when: asked for only where it decides something.
    this.#flow.wasAlive(heard, Math.max(heardAt, this.#pingedAt(socket)))
    return isBehind()
  }

  /** The sockets that fell too far behind; looked for once in a while, and otherwise none. */
  takeSlow(): WebSocket[] {
    if (!this.#flow.takeDue()) return []
    const slow: WebSocket[] = []
    for (const [socket, connection] of this.#connections) {
      if (this.isBehind(socket, connection)) slow.push(socket)
    }
    return slow
  }

  /**
   * The socket of a holder that was silent for longest. A line that was cut without a word leaves a socket that
   * nobody hears of again, and such ghosts must not keep their owner out.
   */
  quietest(holder: H): WebSocket | null {
    let quietest: { socket: WebSocket; at: number } | null = null
    for (const socket of holder.sockets) {
      const at = Math.max(this.#pingedAt(socket), this.#connections.get(socket)?.heardAt ?? 0)
      if (quietest === null || at < quietest.at) quietest = { socket, at }
    }
    return quietest?.socket ?? null
  }

  /** Closes a socket that misbehaved, or whose place another one takes; forgetting it is its caller's. */
  shut(socket: WebSocket, code: keyof typeof REASONS, reason: string = REASONS[code]): void {
    close(socket, code, reason)
  }

  /** Closes every socket, and forgets them. */
  closeAll(code: CloseCode, reason: string): void {
    for (const [socket, { holder }] of this.#connections) {
      close(socket, code, reason)
      holder.sockets.clear()
    }
    this.#connections.clear()
    this.#fresh.clear()
  }

  /** When a socket last sent a ping, Unix milliseconds; 0 where it never did. */
  #pingedAt(socket: WebSocket): number {
    return this.#ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0
  }

  /** The sockets that don't hear all of this. */
  #others(
    batch: readonly Told[],
    holders: { get(participantId: string): H | undefined },
  ): ReadonlySet<WebSocket> {
    const others = new Set(this.#fresh)
    for (const { except } of batch) {
      if (except === null) continue
      for (const socket of holders.get(except)?.sockets ?? []) others.add(socket)
    }
    return others
  }

  /** Tells one socket what of this it is to hear. */
  #tellPart(socket: WebSocket, batch: readonly Told[]): void {
    const connection = this.#connections.get(socket)
    if (connection === undefined) return
    const { holder, mark } = connection
    const part = batch.filter(
      (told) => told.except !== holder.participantId && (mark === null || isNewTo(mark, told)),
    )
    for (const frame of framesOf(part)) send(socket, frame)
  }

  /** Ticks begin anew: of what they count, everything is news. */
  forgetTicks(): void {
    for (const socket of this.#fresh) {
      const mark = this.#connections.get(socket)?.mark
      if (mark) mark.tick = 0
    }
  }

  /** Lets go of the marks that everything has passed: whatever comes now is news. */
  #pass(passed: Mark): void {
    for (const socket of this.#fresh) {
      const connection = this.#connections.get(socket)
      const mark = connection?.mark
      if (mark && (mark.seq > passed.seq || mark.tick > passed.tick)) continue
      if (connection) connection.mark = null
      this.#fresh.delete(socket)
    }
  }
}
