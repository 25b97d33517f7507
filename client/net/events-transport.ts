import { type EventsSocketOptions, makeEventsSocket } from './events-socket.ts'
import type { Socket } from './socket.ts'
import { makeSocketTrial, type SocketTrial, type SocketTrialOptions } from './socket-trial.ts'

/** What a network that blocks sockets takes; loaded where one does. */
export interface EventsTransport {
  /** Opens server-sent events, in the shape of a socket. */
  open(url: string): Socket
  /** Tries a socket beside them from time to time. */
  tryBeside(options: SocketTrialOptions): SocketTrial
}

/** Makes what goes around a blocked socket. */
export function makeEventsTransport(options: EventsSocketOptions): EventsTransport {
  return { open: (url) => makeEventsSocket(url, options), tryBeside: makeSocketTrial }
}
