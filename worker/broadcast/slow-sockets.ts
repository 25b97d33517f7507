import type { Backpressure } from './backpressure.ts'
import type { Connection, ConnectionOwner } from './connection.ts'
import type { Liveness } from './liveness.ts'
import type { SocketRateLimits } from './socket-rate-limits.ts'

/** Decides which sockets read too slowly. */
export class SlowSockets {
  readonly #backpressure: Backpressure
  readonly #liveness: Liveness
  readonly #limits: SocketRateLimits

  constructor(backpressure: Backpressure, liveness: Liveness, limits: SocketRateLimits) {
    this.#backpressure = backpressure
    this.#liveness = liveness
    this.#limits = limits
  }

  /** Whether a connection is too far behind what everyone was sent, or its participant was sent too much alone. */
  isTooFarBehind(connection: Connection<ConnectionOwner>, now: number): boolean {
    return this.#limits.getSpareCharacters(connection.owner, now) < 0 || this.#isBehindBroadcast(connection)
  }

  /** Returns the sockets that are too far behind. They are looked for after every so many characters; else there are none. */
  takeSlowSockets(connections: Iterable<Connection<ConnectionOwner>>): WebSocket[] {
    if (!this.#backpressure.takeCheckDue()) return []
    const slow: WebSocket[] = []
    for (const connection of connections)
      if (this.#isBehindBroadcast(connection)) slow.push(connection.socket)
    return slow
  }

  #isBehindBroadcast(connection: Connection<ConnectionOwner>): boolean {
    const { readPosition, owner } = connection
    const isBehind = () =>
      this.#backpressure.isTooFarBehind(readPosition, this.#limits.countSharingSockets(owner))
    if (!isBehind()) return false
    // The platform knows the time of the last ping. It is asked only where that decides something.
    this.#backpressure.recordAlive(readPosition, this.#liveness.getLastSeenAt(connection))
    return isBehind()
  }
}
