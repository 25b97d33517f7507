import { DEAD_LINE_MS } from '../../protocol/connection-limits.ts'
import { changeAttachment } from '../sockets/attachment.ts'
import type { Connection, ConnectionOwner } from './connection.ts'

/** Milliseconds between two writes of a frame's time to the attachment: a write for each frame would be a fifth of its cost. */
const STORE_FRAME_TIME_EVERY_MS = 30_000

/** Least milliseconds between two checks for dead connections. */
const CHECK_EVERY_MS = 1_000

/** A socket whose other end is gone. */
export interface DeadConnection {
  socket: WebSocket
  /** When something last came from it, Unix milliseconds. */
  lastSeenAt: number
}

/** Knows when something last came from each connection, and which of them are dead. */
export class Liveness {
  readonly #ctx: DurableObjectState
  /** The earliest time at which a connection can be dead, Unix milliseconds. */
  #nextCheckAt = 0

  constructor(ctx: DurableObjectState) {
    this.#ctx = ctx
  }

  /** Notes a frame. Its time is also stored with the socket now and then, so that it is known after the object slept. */
  recordFrame(connection: Connection<ConnectionOwner>, now: number): void {
    connection.lastFrameAt = now
    if (now - connection.storedFrameAt < STORE_FRAME_TIME_EVERY_MS) return
    changeAttachment(connection.socket, { lastFrameAt: now })
    connection.storedFrameAt = now
  }

  /** Returns when the last frame may have come, as late as the stored time allows; 0 where none is stored. */
  estimateLastFrameAt(storedFrameAt: number, now: number): number {
    return storedFrameAt === 0 ? 0 : Math.min(now, storedFrameAt + STORE_FRAME_TIME_EVERY_MS)
  }

  /** Returns when something last came from a connection, be it a ping; Unix milliseconds, 0 where that is not known. */
  getLastSeenAt({ socket, lastFrameAt }: Connection<ConnectionOwner>): number {
    return Math.max(lastFrameAt, this.#getLastPingAt(socket))
  }

  /** Returns the socket that has been silent for longest; null where there is none. */
  findQuietestSocket(connections: Iterable<Connection<ConnectionOwner>>): WebSocket | null {
    let quietest: { socket: WebSocket; lastSeenAt: number } | null = null
    for (const connection of connections) {
      const lastSeenAt = this.getLastSeenAt(connection)
      if (quietest === null || lastSeenAt < quietest.lastSeenAt)
        quietest = { socket: connection.socket, lastSeenAt }
    }
    return quietest?.socket ?? null
  }

  /** Whether it is time to look for dead connections. */
  isCheckDue(now: number): boolean {
    // A clock that was set back puts it off for no longer than usual.
    return now >= this.#nextCheckAt || this.#nextCheckAt - now > DEAD_LINE_MS
  }

  /**
   * Returns the connections that sent a ping once and then nothing for too long. No timer looks for them, because the object
   * of a silent room has to sleep; and no check looks before one of them can be dead.
   */
  findDead(connections: Iterable<Connection<ConnectionOwner>>, now: number): DeadConnection[] {
    if (!this.isCheckDue(now)) return []
    const dead: DeadConnection[] = []
    // A connection that never sent a ping, and now begins to, is dead no sooner than this.
    let next = now + DEAD_LINE_MS
    for (const { socket, lastFrameAt } of connections) {
      let lastSeenAt = lastFrameAt
      if (lastSeenAt + DEAD_LINE_MS <= now) {
        const pingedAt = this.#getLastPingAt(socket)
        if (pingedAt === 0) continue
        lastSeenAt = Math.max(lastSeenAt, pingedAt)
      }
      if (lastSeenAt + DEAD_LINE_MS <= now) dead.push({ socket, lastSeenAt })
      else next = Math.min(next, lastSeenAt + DEAD_LINE_MS)
    }
    this.#nextCheckAt = Math.max(next, now + CHECK_EVERY_MS)
    return dead
  }

  /** Returns when a socket last sent a ping, Unix milliseconds; 0 where it never did. */
  #getLastPingAt(socket: WebSocket): number {
    return this.#ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0
  }
}
