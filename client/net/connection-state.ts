import type { Heartbeat } from './heartbeat.ts'
import { forgetSocket, type Socket } from './socket.ts'
import type { SocketTrial } from './socket-trial.ts'
import type { Transport } from './transport.ts'

/** What a connection does at the moment, and what it holds for that; `cancel` stops its timer. */
export type ConnectionState =
  /** `since` is by the connection's timers. */
  | { is: 'opening'; transport: Transport; socket: Socket; since: number; cancel(): void }
  | {
      is: 'open'
      transport: Transport
      socket: Socket
      heartbeat: Heartbeat
      /** A socket that is tried beside the events; none beside a socket. */
      trial: SocketTrial | null
      cancel(): void
    }
  /** With `isHeld` no hint of the page shortens the wait: the server asked for it. */
  | { is: 'waiting'; isHeld: boolean; cancel(): void }
  | { is: 'resting'; cancel(): void }
  /** `code` tells the room why, where it matters. */
  | { is: 'gone'; code?: number | undefined; cancel(): void }

/** Stops what a state holds: its timer, and, unless the next one goes on with it, its socket. */
export function leaveState(state: ConnectionState, next: ConnectionState): void {
  state.cancel()
  if (!('socket' in state) || ('socket' in next && next.socket === state.socket)) return
  forgetSocket(state.socket, 'code' in next ? next.code : undefined)
  if (state.is === 'open') state.trial?.cancel()
}
