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
import type { Up } from '../../protocol/up.ts'
import { Bucket } from './bucket.ts'
import { Flow, type Heard } from './flow.ts'
import { KeptOff } from './kept-off.ts'
import { receive } from './receive.ts'
import { close, send } from './say.ts'
import { changeSeat, type Seat } from './seat.ts'
import { framesOf, isNewTo, type Mark, type Told } from './told.ts'

/** What somebody may still do over all sockets together; null until something of it was done. */
export interface SocketRates {
  /** How often it may speak. */
  frames: Bucket | null
  /** How many sockets it may open. */
  upgrades: Bucket | null
  /** Characters it may be sent alone, and have been sent over sockets that closed. */
  sent: Bucket | null
}

/** Somebody whose sockets are here. */
export interface Holder extends SocketRates {
  participantId: string
  /** Open sockets: tabs and devices. */
  sockets: Set<WebSocket>
}

/** How a connection went: closed by its own side, cut by the line or by us, or dead for long before anybody noticed. */
export type HowGone = 'closed' | 'cut' | 'dead'

/** A socket that nobody is at any more. */
export interface DeadLine {
  socket: WebSocket
  /** When it was last heard of, Unix milliseconds. */
  since: number
}

/** An open socket: whose it is, and how far it has heard. */
export interface Connection<H extends Holder> {
  holder: H
  heard: Heard
  /** When a frame of it last came, Unix milliseconds; pings are the platform's to remember. 0 where that was before a sleep, and is not known. */
  heardAt: number
  /** The same, as the socket carries it through sleep. */
  notedAt: number
  /** What it was told on arriving, until all that came before has passed; then null. */
  mark: Mark | null
}

/** What a frame said that somebody else has to deal with. `id` is the message's, where garbage had a readable one. */
export type Chat = Exclude<Up, { event: 'chat.ack' }> | { event: 'garbage'; id: string | undefined }

/** Milliseconds between two notes of when a frame came: one for each frame would be a fifth of what a frame costs. */
const NOTED_EVERY = 30_000

/** Milliseconds between two looks for dead lines, at the least. */
const DEAD_LOOK_EVERY = 1_000

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
  readonly #keptOff: KeptOff
  readonly #limited: boolean
  /** When a line can be dead at the earliest, Unix milliseconds. */
  #deadLookAt = 0

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
  connection(socket: WebSocket): Connection<H> | undefined {
    return this.#connections.get(socket)
  }

  /** Whether a holder may have no more sockets. */
  isFull({ sockets }: H): boolean {
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
  spare(rates: SocketRates | null, now: number): number {
    if (!this.#limited) return Number.POSITIVE_INFINITY
    return rates?.sent?.left(now) ?? SENT_RATE.burst
  }

  /** Notes a socket that opens. Returns whether it is its holder's first. */
  open(socket: WebSocket, holder: H, now: number): boolean {
    if (this.#limited) {
      holder.upgrades ??= new Bucket(UPGRADE_RATE, now)
      holder.upgrades.take(now)
    }
    return this.#add(socket, holder, { heardAt: now, notedAt: 0 }, now)
  }

  /** Notes a socket that slept through. */
  wake(socket: WebSocket, holder: H, seat: Seat, now: number): void {
    const notedAt = seat.heardAt ?? 0
    // The last frame may have come later than it was noted, and before the sleep.
    const heardAt = notedAt === 0 ? 0 : Math.min(now, notedAt + NOTED_EVERY)
    this.#add(socket, holder, { heardAt, notedAt }, now)
  }

  #add(
    socket: WebSocket,
    holder: H,
    { heardAt, notedAt }: Pick<Connection<H>, 'heardAt' | 'notedAt'>,
    now: number,
  ): boolean {
    const heard = this.#flow.heardAll()
    this.#connections.set(socket, { holder, heard, heardAt, notedAt, mark: null })
    holder.frames ??= new Bucket(FRAME_RATE, now)
    holder.sockets.add(socket)
    return holder.sockets.size === 1
  }

  /** Has one socket carry through sleep which message all of them have. */
  carry(told: number): void {
    const [first] = this.#connections.keys()
    if (first) changeSeat(first, { told })
  }

  /** Welcomes a socket. @param mark what it knows by that and is on its way to be told; null where nothing is */
  welcome(socket: WebSocket, frame: string, mark: Mark | null): void {
    this.tellOne(socket, frame)
    const connection = this.#connections.get(socket)
    if (connection === undefined) return
    this.charge(connection.holder, frame.length)
    if (mark === null) return
    connection.mark = mark
    this.#fresh.add(socket)
  }

  /** Tells a socket what was told to the others while it was on its way here. */
  tellLate(socket: WebSocket, news: readonly Told[]): void {
    const connection = this.#connections.get(socket)
    for (const frame of framesOf(news)) {
      this.tellOne(socket, frame)
      if (connection) this.charge(connection.holder, frame.length)
    }
    const last = news.findLast(({ seq }) => seq > 0)
    if (connection?.mark && last) connection.mark = { ...connection.mark, seq: last.seq }
  }

  /** Forgets a socket. Gives its holder where that was the last one. */
  drop(socket: WebSocket): H | null {
    const connection = this.#connections.get(socket)
    if (connection === undefined) return null
    const { holder, heard, heardAt } = connection
    this.#flow.wasAlive(heard, Math.max(heardAt, this.#pingedAt(socket)))
    // What it has not read is kept by the platform, though it is closed.
    this.charge(holder, this.#flow.behind(heard))
    this.#connections.delete(socket)
    this.#fresh.delete(socket)
    holder.sockets.delete(socket)
    return holder.sockets.size === 0 ? holder : null
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

  /** Says something to one socket alone, already serialised and charged for. */
  tellOne(socket: WebSocket, frame: string): void {
    send(socket, frame)
    const connection = this.#connections.get(socket)
    if (connection) this.#flow.tellOne(connection.heard, frame.length)
  }

  /** Notes that a participant is sent so many characters that nobody else is told. */
  charge(holder: H, characters: number): void {
    if (!this.#limited || characters === 0) return
    const now = Date.now()
    holder.sent ??= new Bucket(SENT_RATE, now)
    holder.sent.spend(now, characters)
  }

  /**
   * Takes a frame: how often, how large, and what it says. What concerns the socket alone is done here.
   * @param lastSeq the newest message that was told
   * @returns what is left to do for somebody else; the code with which the socket has to be closed, which is also that of
   *   somebody who was sent too much to be answered; or null
   */
  hear(
    socket: WebSocket,
    connection: Connection<H>,
    frame: string | ArrayBuffer,
    now: number,
    lastSeq: number,
  ): Chat | keyof typeof REASONS | null {
    if (this.#limited && (connection.holder.frames?.take(now) ?? 0) > 0) {
      this.#keepOff(connection.holder, now)
      return CLOSE.flooding
    }
    if (this.spare(connection.holder, now) < 0) return CLOSE.tooSlow
    connection.heardAt = now
    if (now - connection.notedAt >= NOTED_EVERY) {
      connection.notedAt = now
      changeSeat(socket, { heardAt: now })
    }
    const received = receive(frame)
    if (received.is === 'too-large') return CLOSE.frameTooLarge
    if (received.is === 'garbage') return { event: 'garbage', id: received.id }
    const { event } = received
    if (event.event !== 'chat.ack') return event
    this.#flow.acknowledge(connection.heard, event.data.seq, lastSeq)
    return null
  }

  /** Whether a connection that was answered is further behind than it may be, or its participant was sent too much. */
  isOverdue(socket: WebSocket, connection: Connection<H>, now: number): boolean {
    return this.spare(connection.holder, now) < 0 || this.#isBehind(socket, connection)
  }

  /** Whether a connection is further behind what everyone was told than it may be. */
  #isBehind(socket: WebSocket, { heard, heardAt, holder }: Connection<H>): boolean {
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
      if (this.#isBehind(socket, connection)) slow.push(socket)
    }
    return slow
  }

  /** Whether it is time to look for dead lines. */
  isDeadLookDue(now: number): boolean {
    // A clock that was set back puts it off for no longer than usual.
    return now >= this.#deadLookAt || this.#deadLookAt - now > DEAD_LINE_MS
  }

  /** Notes that a frame of a socket came. */
  wasHeard(socket: WebSocket, now: number): void {
    const connection = this.#connections.get(socket)
    if (connection) connection.heardAt = now
  }

  /**
   * The sockets that sent a `ping` once and then nothing for too long: nobody is at them any more. No timer looks for
   * them, because a silent room is to sleep on, and nobody looks sooner than one of them can be dead.
   */
  takeDead(now: number): DeadLine[] {
    if (!this.isDeadLookDue(now)) return []
    const dead: DeadLine[] = []
    // Whoever never sent a `ping`, and now begins to, is dead no sooner than this.
    let next = now + DEAD_LINE_MS
    for (const [socket, { heardAt }] of this.#connections) {
      let since = heardAt
      if (since + DEAD_LINE_MS <= now) {
        const pingedAt = this.#pingedAt(socket)
        if (pingedAt === 0) continue
        since = Math.max(since, pingedAt)
      }
      if (since + DEAD_LINE_MS <= now) dead.push({ socket, since })
      else next = Math.min(next, since + DEAD_LINE_MS)
    }
    this.#deadLookAt = Math.max(next, now + DEAD_LOOK_EVERY)
    return dead
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

  /** Keeps a participant off for a while who sends too many frames. */
  #keepOff({ participantId, frames }: H, now: number): void {
    if (this.#keptOff.wait(participantId, now) > 0) return
    frames?.block(now, KEPT_OFF_MS)
    this.#keptOff.add(participantId, now)
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
