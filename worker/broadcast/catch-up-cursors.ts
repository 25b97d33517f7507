import type { Cursor } from './event-queue.ts'

/**
 * The cursors of sockets that opened while events were on their way that their welcomes already contain. Each is kept until
 * those events have passed, so that the socket is not sent them again.
 */
export class CatchUpCursors {
  readonly #cursors = new Map<WebSocket, Cursor>()

  /** The sockets that have a cursor. */
  get sockets(): Iterable<WebSocket> {
    return this.#cursors.keys()
  }

  /** Returns a socket's cursor; undefined where every event is new to it. */
  getCursor(socket: WebSocket): Cursor | undefined {
    return this.#cursors.get(socket)
  }

  /** Sets a socket's cursor. */
  setCursor(socket: WebSocket, cursor: Cursor): void {
    this.#cursors.set(socket, cursor)
  }

  /** Moves a socket's cursor, where it has one, to the message `seq`. */
  advanceSeq(socket: WebSocket, seq: number): void {
    const cursor = this.#cursors.get(socket)
    if (cursor) this.#cursors.set(socket, { ...cursor, seq })
  }

  /** Resets the ticks: the room woke and counts from 0 again, so every event that is counted by them is new. */
  resetTicks(): void {
    for (const [socket, { seq }] of this.#cursors) this.#cursors.set(socket, { seq, tick: 0 })
  }

  /** Removes the cursors that `passed` has reached. */
  removePassed(passed: Cursor): void {
    for (const [socket, { seq, tick }] of this.#cursors)
      if (seq <= passed.seq && tick <= passed.tick) this.#cursors.delete(socket)
  }

  /** Removes the cursor of a socket that closed. */
  removeSocket(socket: WebSocket): void {
    this.#cursors.delete(socket)
  }

  /** Removes all cursors. */
  clear(): void {
    this.#cursors.clear()
  }
}
